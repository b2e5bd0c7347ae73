// One file with the shared pieces of the parts. wasm-split makes a file of every piece of code that several parts use:
// about a hundred, and most are tiny. To open a plan would take more than fifty requests.
import { basename } from "node:path";

/** What opening a plan loads (src/app/parts, src/app/places.rs, src/app/services/autosave). */
const OF_A_PLAN = ["engine_part", "plan_files_part", "safekeeping_part", "plan_bar_part", "map_part"];
const TINY = 16_384;
const HEADER = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/**
 * The pack, and where each piece is in it. The pack is a valid WebAssembly module: each piece is a custom section of it
 * (WebAssembly core specification, 5.5.3). So every host sends it with the right type and compressed.
 */
export function pack(built) {
  const sections = [HEADER];
  const slices = new Map();
  let at = HEADER.length;
  for (const name of shared(built)) {
    const piece = built.bytes(name);
    const label = Buffer.from(basename(name, ".wasm"));
    const head = Buffer.concat([leb(label.length), label]);
    const section = Buffer.concat([Buffer.from([0]), leb(head.length + piece.length), head]);
    slices.set(name, [at + section.length, at + section.length + piece.length]);
    sections.push(section, piece);
    at += section.length + piece.length;
  }
  return { bytes: Buffer.concat(sections), slices };
}

/** The pieces that opening a plan needs, and all tiny ones. */
function shared(built) {
  const loader = built.text("__wasm_split.js");
  const needed = new Set();
  for (const [, part, list] of loader.matchAll(/__wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\([\s\S]*?\n\}\n, \[([^\]]*)\]/g)) {
    if (OF_A_PLAN.includes(part)) list.split(/,\s*/).forEach((chunk) => needed.add(chunk.replace(/^__/, "")));
  }
  return built.parts.filter((name) => {
    const piece = /(chunk_\d+)\.wasm$/.exec(name)?.[1];
    return piece !== undefined && (needed.has(piece) || built.bytes(name).length < TINY);
  });
}

function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}
