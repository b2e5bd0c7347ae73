// Optimises modules where they are: node optimise.mjs LEVEL=FILE…
//
// The level is "size" or "speed". One process loads binaryen for all files, because there are more than a hundred and
// loading takes longer than most of them. The largest files come first, and as many at a time as there are cores.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import binaryen from "binaryen";

/** How much binaryen optimises, and how much it weighs size: -Oz and -O3 of wasm-opt. */
const LEVELS = { size: [2, 2], speed: [3, 0] };

const { Features } = binaryen;
/** What rustc uses for wasm32-unknown-unknown. */
const FEATURES = [
  Features.BulkMemory, Features.BulkMemoryOpt, Features.Multivalue, Features.MutableGlobals,
  Features.NontrappingFPToInt, Features.ReferenceTypes, Features.SignExt,
].reduce((all, feature) => all | feature);

function optimise([level, file]) {
  const [optimise, shrink] = LEVELS[level];
  binaryen.setOptimizeLevel(optimise);
  binaryen.setShrinkLevel(shrink);
  // Otherwise it inlines functions with one caller into recursive functions. A measurement showed that the safe depth of
  // the expression parser then falls from 2,000 to 60.
  binaryen.setOneCallerInlineMaxSize(1);
  const module = binaryen.readBinary(readFileSync(file));
  module.setFeatures(FEATURES);
  module.optimize();
  writeFileSync(file, module.emitBinary());
  module.dispose();
}

if (isMainThread) {
  const files = process.argv.slice(2).map((argument) => argument.split("=", 2));
  const unknown = files.find(([level, file]) => !(level in LEVELS) || file === undefined);
  if (unknown) throw new Error(`${unknown.join("=")} is not LEVEL=FILE with the level size or speed`);
  const sizes = new Map(files.map((entry) => [entry, statSync(entry[1]).size]));
  files.sort((one, other) => sizes.get(other) - sizes.get(one));
  const cursor = new Int32Array(new SharedArrayBuffer(4));
  for (let core = 0; core < Math.min(availableParallelism(), files.length); core++) {
    // A failure ends the process, because nothing listens for it.
    new Worker(new URL(import.meta.url), { workerData: { files, cursor } });
  }
} else {
  const { files, cursor } = workerData;
  for (let next; (next = Atomics.add(cursor, 0, 1)) < files.length; ) optimise(files[next]);
  parentPort.close();
}
