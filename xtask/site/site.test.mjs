// Tests of what makes the site: node --test xtask/site
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack } from "./pack.mjs";
import { filePolicy, sitePolicy } from "./policy.mjs";
import { templates } from "./templates.mjs";

const HEADER = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
/** A module with one section of data. */
const withData = (text) => {
  const data = Buffer.from(text);
  return Buffer.concat([HEADER, Buffer.from([11, (data.length & 0x7f) | 0x80, data.length >> 7]), data]);
};

test("every whole element in the data is a template, and nothing else is", () => {
  const html = '<p class="a">ä <b>x</b><br> y</p>';
  const module = withData(`text${html}<hr><i></i>x < y <b>open <u>crossed</b></u><td>\u0000</td>`);
  assert.deepEqual(templates([module]), ["<hr>", "<i></i>", html].sort());
});

test("elements of other sections are not templates", () => {
  const module = withData("<p>in the code</p>");
  module[8] = 10;
  assert.deepEqual(templates([module]), []);
});

test("the site's policy adds Trusted Types and the connections, and keeps the rest", () => {
  const source = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:";
  const policy = sitePolicy(source, ["https://a.example/x.wasm"]);
  assert.equal(
    policy,
    "default-src 'none'; script-src 'self'; connect-src https://a.example/x.wasm; img-src 'self' data:; " +
      "require-trusted-types-for 'script'; trusted-types default",
  );
});

test("the policy of one file lets nothing be loaded", () => {
  const policy = filePolicy("default-src 'none'; script-src 'self'; connect-src 'self'", { script: "sha256-a", style: "sha256-b" });
  assert.match(policy, /script-src 'sha256-a' 'wasm-unsafe-eval'; connect-src 'none'/);
  assert.doesNotMatch(policy, /'self'/);
});

test("the pack is a valid module, and each slice is the piece", () => {
  const files = new Map([
    ["chunk_1.wasm", Buffer.alloc(20_000, 1)],
    ["chunk_2.wasm", Buffer.from("small")],
    ["chunk_3.wasm", Buffer.alloc(20_000, 3)],
    ["split_tables_part.wasm", Buffer.from("a part")],
  ]);
  const loader = `export const __wasm_split_load_engine_part = wrapAsyncCb(makeLoad(() => {
    const src = 1;
}
, [__chunk_1, __chunk_2]));`;
  const built = { parts: [...files.keys()], bytes: (name) => files.get(name), text: () => loader };
  const { bytes, slices } = pack(built);
  assert.ok(WebAssembly.validate(bytes));
  assert.deepEqual([...slices.keys()], ["chunk_1.wasm", "chunk_2.wasm"]);
  for (const [name, [start, end]] of slices) assert.deepEqual(bytes.subarray(start, end), files.get(name));
});
