/** The inner loops of the network, compiled to WebAssembly with vectors of four: AssemblyScript, `npm run kernel`. Addresses are bytes of the memory, matrices row by row.
 *  Columns are a multiple of 16. No allocation here: the caller lays the memory out. */

/** out (rows × columns) += left (rows × inner) · right (inner × columns) */
export function multiply(out: usize, left: usize, right: usize, rows: i32, inner: i32, columns: i32): void {
  const stride: usize = (<usize>columns) << 2;
  let r = 0;
  for (; r + 2 <= rows; r += 2) {
    const l0: usize = left + (<usize>(r * inner) << 2), l1: usize = l0 + (<usize>inner << 2);
    const o0: usize = out + <usize>r * stride, o1: usize = o0 + stride;
    for (let c: usize = 0; c < stride; c += 64) {
      let a0 = v128.load(o0 + c), a1 = v128.load(o0 + c, 16), a2 = v128.load(o0 + c, 32), a3 = v128.load(o0 + c, 48);
      let b0 = v128.load(o1 + c), b1 = v128.load(o1 + c, 16), b2 = v128.load(o1 + c, 32), b3 = v128.load(o1 + c, 48);
      let w: usize = right + c;
      for (let k = 0; k < inner; k++) {
        const x = v128.load32_splat(l0 + (<usize>k << 2)), y = v128.load32_splat(l1 + (<usize>k << 2));
        const w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32), w3 = v128.load(w, 48);
        a0 = f32x4.add(a0, f32x4.mul(x, w0)); a1 = f32x4.add(a1, f32x4.mul(x, w1)); a2 = f32x4.add(a2, f32x4.mul(x, w2)); a3 = f32x4.add(a3, f32x4.mul(x, w3));
        b0 = f32x4.add(b0, f32x4.mul(y, w0)); b1 = f32x4.add(b1, f32x4.mul(y, w1)); b2 = f32x4.add(b2, f32x4.mul(y, w2)); b3 = f32x4.add(b3, f32x4.mul(y, w3));
        w += stride;
      }
      v128.store(o0 + c, a0); v128.store(o0 + c, a1, 16); v128.store(o0 + c, a2, 32); v128.store(o0 + c, a3, 48);
      v128.store(o1 + c, b0); v128.store(o1 + c, b1, 16); v128.store(o1 + c, b2, 32); v128.store(o1 + c, b3, 48);
    }
  }
  if (r < rows) {
    const l0: usize = left + (<usize>(r * inner) << 2);
    const o0: usize = out + <usize>r * stride;
    for (let c: usize = 0; c < stride; c += 64) {
      let a0 = v128.load(o0 + c), a1 = v128.load(o0 + c, 16), a2 = v128.load(o0 + c, 32), a3 = v128.load(o0 + c, 48);
      let w: usize = right + c;
      for (let k = 0; k < inner; k++) {
        const x = v128.load32_splat(l0 + (<usize>k << 2));
        a0 = f32x4.add(a0, f32x4.mul(x, v128.load(w))); a1 = f32x4.add(a1, f32x4.mul(x, v128.load(w, 16))); a2 = f32x4.add(a2, f32x4.mul(x, v128.load(w, 32))); a3 = f32x4.add(a3, f32x4.mul(x, v128.load(w, 48)));
        w += stride;
      }
      v128.store(o0 + c, a0); v128.store(o0 + c, a1, 16); v128.store(o0 + c, a2, 32); v128.store(o0 + c, a3, 48);
    }
  }
}

/** Gradients of out = input · weights: dWeights (inner × columns) += inputᵀ · dOut, dInput (rows × inner) += dOut · weightsᵀ */
export function backThrough(dOut: usize, input: usize, weights: usize, dWeights: usize, dInput: usize, rows: i32, inner: i32, columns: i32): void {
  const stride: usize = (<usize>columns) << 2;
  for (let k = 0; k < inner; k++) {
    const w: usize = weights + <usize>k * stride, g: usize = dWeights + <usize>k * stride;
    for (let r = 0; r < rows; r++) {
      const at: usize = <usize>(r * inner + k) << 2;
      const x = v128.load32_splat(input + at);
      const o: usize = dOut + <usize>r * stride;
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
      for (let c: usize = 0; c < stride; c += 32) {
        const d0 = v128.load(o + c), d1 = v128.load(o + c, 16);
        s0 = f32x4.add(s0, f32x4.mul(d0, v128.load(w + c))); s1 = f32x4.add(s1, f32x4.mul(d1, v128.load(w + c, 16)));
        v128.store(g + c, f32x4.add(v128.load(g + c), f32x4.mul(x, d0)));
        v128.store(g + c, f32x4.add(v128.load(g + c, 16), f32x4.mul(x, d1)), 16);
      }
      const s = f32x4.add(s0, s1);
      store<f32>(dInput + at, load<f32>(dInput + at) + f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
    }
  }
}

/** out (columns) = the sum of the vectors (f32) whose rows are listed (i32) */
export function sum(out: usize, vectors: usize, rows: usize, count: i32, columns: i32): void {
  const stride: usize = (<usize>columns) << 2;
  for (let c: usize = 0; c < stride; c += 64) {
    let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
    for (let k = 0; k < count; k++) {
      const v: usize = vectors + <usize>load<i32>(rows + (<usize>k << 2)) * stride + c;
      a0 = f32x4.add(a0, v128.load(v)); a1 = f32x4.add(a1, v128.load(v, 16)); a2 = f32x4.add(a2, v128.load(v, 32)); a3 = f32x4.add(a3, v128.load(v, 48));
    }
    v128.store(out + c, a0); v128.store(out + c, a1, 16); v128.store(out + c, a2, 32); v128.store(out + c, a3, 48);
  }
}

/** Eight whole numbers as floats. */
function store16(out: usize, sums: v128): void {
  v128.store(out, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(sums)));
  v128.store(out, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(sums)), 16);
}

/** out (columns, f32) = the sum of the vectors whose rows are listed. A vector has four bits a number, each doubled as often as the row says; of 32 numbers the first 16 stand in
 *  the lower halves of 16 bytes. Columns are a multiple of 32; at most 250 rows, that no sum overflows. */
export function sumHalves(out: usize, halves: usize, doublings: usize, rows: usize, count: i32, columns: i32): void {
  const low4 = i8x16.splat(15), sign = i8x16.splat(8);
  for (let c = 0; c < columns; c += 32) {
    let a = i16x8.splat(0), b = i16x8.splat(0), d = i16x8.splat(0), e = i16x8.splat(0);
    for (let k = 0; k < count; k++) {
      const row = load<i32>(rows + (<usize>k << 2));
      const times = <i32>load<u8>(doublings + <usize>row);
      const v = v128.load(halves + (<usize>(row * columns + c) >> 1));
      const low = i8x16.shl(i8x16.sub(v128.xor(v128.and(v, low4), sign), sign), times);
      const high = i8x16.shl(i8x16.sub(v128.xor(i8x16.shr_u(v, 4), sign), sign), times);
      a = i16x8.add(a, i16x8.extend_low_i8x16_s(low)); b = i16x8.add(b, i16x8.extend_high_i8x16_s(low));
      d = i16x8.add(d, i16x8.extend_low_i8x16_s(high)); e = i16x8.add(e, i16x8.extend_high_i8x16_s(high));
    }
    const o: usize = out + (<usize>c << 2);
    store16(o, a); store16(o + 32, b); store16(o + 64, d); store16(o + 96, e);
  }
}

/** The vector at `from` added to those whose rows are listed. */
export function spread(from: usize, vectors: usize, rows: usize, count: i32, columns: i32): void {
  const stride: usize = (<usize>columns) << 2;
  for (let k = 0; k < count; k++) {
    const v: usize = vectors + <usize>load<i32>(rows + (<usize>k << 2)) * stride;
    for (let c: usize = 0; c < stride; c += 16) v128.store(v + c, f32x4.add(v128.load(v + c), v128.load(from + c)));
  }
}

/** e to the power of each of four numbers between -80 and 80, to six digits: 2 to the whole part by the exponent's bits, the rest by its Taylor polynomial. */
function exp4(x: v128): v128 {
  const t = f32x4.mul(f32x4.min(f32x4.max(x, f32x4.splat(-80)), f32x4.splat(80)), f32x4.splat(Mathf.LOG2E));
  const whole = f32x4.nearest(t);
  const r = f32x4.mul(f32x4.sub(t, whole), f32x4.splat(Mathf.LN2));
  let p = f32x4.splat(0.0013888889);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.008333333));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.041666667));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.16666667));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  return f32x4.mul(p, i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23));
}

function sigmoid4(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp4(f32x4.neg(x))));
}

function tanh4(x: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(f32x4.splat(1), exp4(f32x4.add(x, x)))));
}

/** out = the hyperbolic tangent of unit times each number of `from` */
export function squash(out: usize, from: usize, length: i32, unit: f32): void {
  const u = f32x4.splat(unit);
  for (let k: usize = 0; k < (<usize>length << 2); k += 16) v128.store(out + k, tanh4(f32x4.mul(u, v128.load(from + k))));
}

/** A step of the recurrent unit: gates (from the input) and own (from the state before), each reset, keep, fresh; gates hold their functions afterwards. */
export function turn(state: usize, before: usize, gates: usize, own: usize, length: i32): void {
  const one = f32x4.splat(1), third: usize = (<usize>length) << 2;
  for (let k: usize = 0; k < third; k += 16) {
    const reset = sigmoid4(f32x4.add(v128.load(gates + k), v128.load(own + k)));
    const keep = sigmoid4(f32x4.add(v128.load(gates + third + k), v128.load(own + third + k)));
    const fresh = tanh4(f32x4.add(v128.load(gates + 2 * third + k), f32x4.mul(reset, v128.load(own + 2 * third + k))));
    v128.store(gates + k, reset);
    v128.store(gates + third + k, keep);
    v128.store(gates + 2 * third + k, fresh);
    v128.store(state + k, f32x4.add(f32x4.mul(f32x4.sub(one, keep), fresh), f32x4.mul(keep, v128.load(before + k))));
  }
}

/** One step of Adam on `length` weights, a multiple of 4, and the gradient set to nothing. */
export function adam(weights: usize, gradient: usize, mean: usize, square: usize, length: i32, factor: f32, beta1: f32, beta2: f32, size: f32, decay: f32, tiny: f32): void {
  const f = f32x4.splat(factor), b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2), n1 = f32x4.splat(1 - beta1), n2 = f32x4.splat(1 - beta2), s = f32x4.splat(size), d = f32x4.splat(decay), t = f32x4.splat(tiny);
  for (let k: usize = 0; k < (<usize>length << 2); k += 16) {
    const g = f32x4.mul(v128.load(gradient + k), f);
    const m = f32x4.add(f32x4.mul(b1, v128.load(mean + k)), f32x4.mul(n1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(square + k)), f32x4.mul(n2, f32x4.mul(g, g)));
    v128.store(mean + k, m);
    v128.store(square + k, v);
    const w = v128.load(weights + k);
    v128.store(weights + k, f32x4.sub(f32x4.sub(w, f32x4.div(f32x4.mul(s, m), f32x4.add(f32x4.sqrt(v), t))), f32x4.mul(d, w)));
    v128.store(gradient + k, f32x4.splat(0));
  }
}
