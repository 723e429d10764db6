/** Who runs the way of one text over many texts. Here: the process at hand, one text after another; small texts cost less than handing them over. Not here: what is run. */

/** Runs a pure part over inputs and gives what comes out in the order of the inputs, whatever finishes first; `told` hears after each how many are through. */
export interface Engine {
  run<In, Out>(part: (input: In) => Out, inputs: readonly In[], told?: (done: number, of: number) => void): Promise<Out[]>;
}

/** In this process. It lets other work through between texts: fonts that load, a line of progress. */
export const inline: Engine = {
  async run(part, inputs, told) {
    const outputs = [];
    for (const input of inputs) {
      outputs.push(part(input));
      told?.(outputs.length, inputs.length);
      await new Promise(setImmediate);
    }
    return outputs;
  },
};
