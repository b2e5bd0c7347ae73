// Runs the peers in a worker, as our engine runs in one.

import { csv, existing, people } from "./people.js";
import { byHand, CLOSURES, inJsonata } from "./peers.js";

// Both packages are plain scripts, which a module cannot import: they run in the global scope and set a global name.
for (const script of ["jsonata/jsonata.min.js", "papaparse/papaparse.min.js"]) {
  (0, eval)(await (await fetch(`/bench/node_modules/${script}`)).text());
}
const { jsonata, Papa } = self;
const SAMPLE = 5_000;

let list = [];
let bytes = new Uint8Array();
const expression = inJsonata(jsonata);

function handAndJson(rows) {
  let length = 0;
  for (const person of rows) length += JSON.stringify(byHand(person)).length;
  return length;
}

const WORK = {
  /** Makes the people, and returns their file. */
  prepare(count) {
    list = people(count);
    bytes = csv(list);
    return new Blob([bytes]);
  },
  /** The file of the users that the application already has. */
  existing: () => new Blob([existing(list)]),
  handAndJson: () => handAndJson(list),
  closures() {
    let length = 0;
    for (const person of list) for (const value of CLOSURES) length += value(person).length;
    return length;
  },
  async jsonata() {
    let length = 0;
    for (const person of list.slice(0, SAMPLE)) length += JSON.stringify(await expression.evaluate(person)).length;
    return length;
  },
  papaRows: () => Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data.length,
  papaSteps() {
    let rows = 0;
    Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true, step: () => { rows += 1; } });
    return rows;
  },
  /** From the file to all results, as a program in JavaScript would do it. */
  papaAndHand() {
    const { data } = Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true, header: true });
    return handAndJson(data);
  },
};

onmessage = async ({ data: [name, argument] }) => {
  const start = performance.now();
  const result = await WORK[name](argument);
  postMessage([performance.now() - start, result]);
};
postMessage("ready");
