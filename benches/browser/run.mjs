// `cargo xtask bench` runs this: Crosswalk's worker and its peers on the same people, by turns, in one Chromium.
//
// Arguments: a folder with the built worker, such as `dist`; the release build of the command `crosswalk`.
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { PLAN } from "./page.js";
import { csv, people } from "./people.js";

const [site, command] = process.argv.slice(2);
const ROUNDS = 7;
const PEOPLE = 100_000;
const MANY = 500_000;
const SAMPLE = 5_000;
const WORKERS = Math.min(availableParallelism(), 4);

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const own = fileURLToPath(new URL(".", import.meta.url));
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  if (path === "/") return response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Benchmark</title>");
  const file = path.startsWith("/bench/") ? join(own, path.slice("/bench/".length)) : join(site, path);
  try {
    statSync(file);
  } catch {
    return response.writeHead(404).end();
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  return createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--enable-precise-memory-info"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
// A built site has a hash in the name.
const start = readdirSync(site).find((name) => /^rehearsal-(?:start|[0-9a-f]{12})\.js$/.test(name));
await page.evaluate(async (start) => {
  const bench = await import("/bench/page.js");
  window.bench = bench;
  window.peer = await bench.measured("/bench/peers-worker.js");
  window.engine = await bench.measured("/bench/engine-worker.js");
  window.own = await bench.crosswalk(`/${start}`);
}, start);

const folder = mkdtempSync(join(tmpdir(), "crosswalk-bench-"));
const planFile = join(folder, "plan.json");
writeFileSync(planFile, JSON.stringify(PLAN));

/** The times of each measurement, in milliseconds. */
const times = new Map();
const note = (name, time) => times.set(name, [...(times.get(name) ?? []), time]);
const least = (name) => Math.min(...times.get(name));
const spread = (name) => (Math.max(...times.get(name)) / least(name) - 1) * 100;

async function peer(name) {
  note(name, (await page.evaluate(([name]) => window.peer(name), [name]))[0]);
}

/** One round: each measurement once, so that a busy machine slows all of them. */
async function round(count, number) {
  const at = (name) => `${name} ${count}`;
  const ours = await page.evaluate(
    async ([number, isWritten]) => {
      const { own, bench } = window;
      const [read, first] = await own.read(window.file);
      const [all] = await own.rehearse({ ...bench.PLAN, name: `Round ${number}` });
      const requests = isWritten ? { requests: (await own.requests())[0] } : {};
      const [edit] = await own.rehearse(bench.edited(number));
      return { read, all, ...(first === null ? {} : { first }), ...requests, edit };
    },
    // The requests of 500,000 people are half a gigabyte of text.
    [number, count <= PEOPLE],
  );
  for (const [name, time] of Object.entries(ours)) note(at(name), time);
  if (count === PEOPLE) {
    for (const name of ["handAndJson", "closures", "jsonata", "papaRows", "papaSteps"]) await peer(name);
    for (const name of ["values", "users"]) {
      note(`engine, ${name}`, (await page.evaluate(([name]) => window.engine(name), [name]))[0]);
    }
  }
  const [papa] = await page.evaluate(() => window.peer("papaAndHand"));
  note(at("papaAndHand"), papa);
  const native = process.hrtime.bigint();
  const output = execFileSync(command, ["rehearse", planFile, "--people", fileOf(count), "--format", "json"], {
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  note(at("native"), Number(process.hrtime.bigint() - native) / 1e6);
  return JSON.parse(output);
}

const files = new Map();
function fileOf(count) {
  if (!files.has(count)) {
    files.set(count, join(folder, `${count}.csv`));
    writeFileSync(files.get(count), csv(people(count)));
  }
  return files.get(count);
}

/** With existing users: by one worker, and by as many as the app starts here. Each round begins with the files. */
async function sharing(number) {
  const [alone, shared, edited] = await page.evaluate(
    async ([number, helpers]) => {
      const { own, bench } = window;
      window.existing ??= (await window.peer("existing"))[1];
      const first = async (helpers) => {
        await own.read(window.file);
        await own.read(window.existing, "Target");
        own.share(helpers);
        return own.rehearse({ ...bench.PLAN, name: `Round ${number}` });
      };
      const [alone, one] = await first(0);
      const [shared, several] = await first(helpers);
      const [edited] = await own.rehearse(bench.edited(number));
      const summaries = [one, several].map(({ tell }) => JSON.stringify(tell.report.summary));
      if (summaries[0] !== summaries[1]) throw new Error(`one worker and several differ: ${summaries}`);
      own.share(0);
      own.forgetExisting();
      return [alone, shared, edited];
    },
    [number, WORKERS - 1],
  );
  note("alone", alone);
  note("shared", shared);
  note("shared, edited", edited);
}

for (const [count, rounds] of [[10_000, ROUNDS], [PEOPLE, ROUNDS], [MANY, 3]]) {
  await page.evaluate(async (count) => {
    window.file = (await window.peer("prepare", count))[1];
    if (count === 100_000) await window.engine("prepare", [window.bench.PLAN, await window.file.arrayBuffer()]);
  }, count);
  for (let number = 0; number < rounds; number += 1) {
    const summary = await round(count, number);
    if (summary.people !== count) throw new Error(`the command read ${summary.people} people, not ${count}`);
  }
  for (let number = 0; count === PEOPLE && number < 3; number += 1) await sharing(number);
}
for (let number = 0; number < 3; number += 1) {
  const waits = await page.evaluate(
    async (number) => [await window.own.waitsInRun(`${number}.example.com`), await window.own.waitsInFile(window.file)],
    number,
  );
  note("waits in a run", waits[0]);
  note("waits in a file", waits[1]);
}
await browser.close();
server.close();

const rate = (name, count) => Math.round((count / least(name)) * 1000).toLocaleString("en");
const line = (words, value, target) => console.log(`${words.padEnd(74)} ${value.padStart(9)}   ${target}`);
const ratio = (number) => `${number.toFixed(2)} x`;
console.log("\nPeople a second, the best of the rounds (spread of the rounds in per cent):");
for (const [name, count, words] of [
  [`read ${PEOPLE}`, PEOPLE, "read a CSV file"],
  [`all ${PEOPLE}`, PEOPLE, "rehearse: ten mappings, scope, matching, problems, report"],
  [`requests ${PEOPLE}`, PEOPLE, "write all requests as a file of JSON"],
  ["engine, values", PEOPLE, "the engine alone: values of ten mappings"],
  ["engine, users", PEOPLE, "the engine alone: values, and each person's user as JSON"],
  [`edit ${PEOPLE}`, PEOPLE, "rehearse again after one mapping was edited"],
  ["closures", PEOPLE, "peer: closures in JavaScript, values alone"],
  ["handAndJson", PEOPLE, "peer: JavaScript by hand to objects, JSON.stringify"],
  ["jsonata", SAMPLE, "peer: JSONata and JSON.stringify"],
  ["papaRows", PEOPLE, "peer: Papa Parse, rows"],
  ["papaSteps", PEOPLE, "peer: Papa Parse, steps"],
  ["alone", PEOPLE, "rehearse with existing users, one worker"],
  ["shared", PEOPLE, `rehearse with existing users, ${WORKERS} workers, with their start`],
  ["shared, edited", PEOPLE, `rehearse again after one mapping was edited, ${WORKERS} workers`],
  [`native ${PEOPLE}`, PEOPLE, "native command: file to report"],
]) {
  console.log(`  ${words.padEnd(60)} ${rate(name, count).padStart(12)}   (${spread(name).toFixed(0)} %)`);
}
const all = (count) => least(`read ${count}`) + least(`all ${count}`);
const papa = Math.min(least("papaRows"), least("papaSteps"));
const withJson = least(`all ${PEOPLE}`) + least(`requests ${PEOPLE}`);
console.log("\nRatios, and what to reach:");
// The same work: the values of ten mappings, and one user as JSON for each person.
const jsonata = (least("jsonata") * PEOPLE) / SAMPLE;
const [values, users] = [least("engine, values"), least("engine, users")];
line("JSONata with JSON / the engine with JSON", ratio(jsonata / users), "at least 60");
line("JavaScript by hand with JSON / the engine with JSON", ratio(least("handAndJson") / users), "at least 4");
line("closures / the engine, values", ratio(least("closures") / values), "at least 2");
// More work: scope, matching, decisions, problems and figures, then a file with two requests for each person.
line("JSONata with JSON / a whole rehearsal and its requests", ratio(jsonata / withJson), "beside");
line("JavaScript by hand with JSON / a whole rehearsal and its requests", ratio(least("handAndJson") / withJson), "beside");
line("closures, values / a whole rehearsal", ratio(least("closures") / least(`all ${PEOPLE}`)), "beside");
line("our worker / native, file to report", ratio(all(PEOPLE) / least(`native ${PEOPLE}`)), "at most 1.7");
line("Papa Parse's fastest mode / our reading", ratio(papa / least(`read ${PEOPLE}`)), "at least 2");
line(
  "500,000 people, file to all results: Papa Parse and hand / ours",
  ratio(least(`papaAndHand ${MANY}`) / all(MANY)),
  "at least 2",
);
line("500,000 people, file to first people / file to all results", (least(`first ${MANY}`) / all(MANY)).toFixed(2), "at most 0.10");
line("all mappings / one edited mapping, 100,000 people", ratio(least(`all ${PEOPLE}`) / least(`edit ${PEOPLE}`)), "at least 8");
line(`a run with existing users: one worker / ${WORKERS} workers`, ratio(least("alone") / least("shared")), "more than 1");
const exponent = Math.log(all(MANY) / all(10_000)) / Math.log(MANY / 10_000);
line("exponent of the time from 10,000 to 500,000 people", exponent.toFixed(2), "about 1");
for (const what of ["run", "file"]) {
  const longest = times.get(`waits in a ${what}`).map((wait) => wait.toFixed(0)).join(", ");
  line(`longest wait for a cancel in a ${what} with 500,000 people, ms`, longest, "at most 20");
}
console.log(`The load of the machine at the end: ${loadavg()[0].toFixed(1)}.`);
