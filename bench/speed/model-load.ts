/** Milliseconds of processor time that decoding the weights takes in a process that has done nothing else: to be started anew for each measurement. */
import { modelFiles } from "../model.ts";

const { decode } = modelFiles();
const began = process.cpuUsage();
decode();
const { user, system } = process.cpuUsage(began);
console.log((user + system) / 1000);
