/** Rising whole numbers as runs: 0 1 2 3 7 8 → 0 4 7 2. A text's map of offsets is two numbers a run instead of one a character. */

/** Numbers → first and length of each run of neighbours, one after the other. */
export function toRuns(numbers: readonly number[]): number[] {
  const runs: number[] = [];
  let start = 0;
  for (let i = 1; i <= numbers.length; i++) {
    if (i < numbers.length && numbers[i] === numbers[i - 1]! + 1) continue;
    runs.push(numbers[start]!, i - start);
    start = i;
  }
  return runs;
}

export function fromRuns(runs: readonly number[]): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < runs.length; i += 2) for (let n = 0; n < runs[i + 1]!; n++) numbers.push(runs[i]! + n);
  return numbers;
}
