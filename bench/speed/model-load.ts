/** Milliseconds that decoding the weights takes in a process that has done nothing else: to be started anew for each measurement. */
import { modelFiles } from "../model.ts";

const { decode } = modelFiles();
const began = performance.now();
decode();
console.log(performance.now() - began);
