// Runs the engine alone in a worker, as the peers run in theirs.

import init, { prepare, users, values } from "/engine.js";

await init();
const WORK = { prepare: ([plan, file]) => prepare(JSON.stringify(plan), new Uint8Array(file)), users, values };

onmessage = ({ data: [name, argument] }) => {
  const start = performance.now();
  const result = WORK[name](argument);
  postMessage([performance.now() - start, result]);
};
postMessage("ready");
