// Runs in the page: starts the peers and Crosswalk's worker, and measures each by turns.

import { COLUMNS, MAPPINGS } from "./people.js";

const PLAN = {
  format: "crosswalk-plan",
  version: 2,
  name: "Benchmark",
  target_profile: "scim",
  object_mappings: [{ kind: "user", attribute_mappings: MAPPINGS }],
};
// From this size on, the app asks for the first people while the file is read: src/app/rehearsal/rehearsing/first_rows.rs.
const LARGE = 12 * 1024 * 1024;

/** What somebody says that the columns hold: what their headings mean, under the names of Entra. */
const REMEMBERED = Object.fromEntries(COLUMNS.map((heading) => [heading, heading === "id" ? "objectId" : heading]));

/** The same plan with another text of one mapping: round by round a different one, so that nothing is remembered. */
function edited(round) {
  const plan = structuredClone(PLAN);
  plan.object_mappings[0].attribute_mappings[3].source.expression = `Coalesce([displayName], Join(" ${round} ", [givenName], [surname]))`;
  return plan;
}

/** A worker that answers a name and an argument with a time in milliseconds and a result: the peers, or the engine alone. */
export async function measured(script) {
  const worker = new Worker(script, { type: "module" });
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  return (name, argument) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage([name, argument]);
    });
}

/** Another worker of Crosswalk, and a port for the worker that it helps. */
function helper(start) {
  const worker = new Worker(start, { type: "module" });
  const { port1, port2 } = new MessageChannel();
  worker.onmessage = () => worker.postMessage([JSON.stringify("Help"), port2], [port2]);
  return { port: port1, end: () => worker.terminate() };
}

/** Crosswalk's worker, with the messages of src/app/rehearsal_messages. */
export async function crosswalk(start) {
  const worker = new Worker(start, { type: "module" });
  let helpers = [];
  let ticket = 0;
  const next = (wanted, first) =>
    new Promise((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data: [facts, beside] }) => {
        const tell = JSON.parse(facts);
        const name = typeof tell === "string" ? tell : Object.keys(tell)[0];
        if (name === "FirstRows") first?.();
        if (wanted.includes(name)) resolve({ name, tell: tell[name], beside });
        else if (["Refused", "NotRehearsed"].includes(name)) reject(new Error(facts));
      };
    });
  await next(["Ready"]);
  const ask = async (facts, beside, wanted, first) => {
    const begin = performance.now();
    const answer = next(wanted, first);
    worker.postMessage([JSON.stringify(facts), beside]);
    const told = await answer;
    return [performance.now() - begin, told];
  };
  // The longest time in milliseconds that a question waits from a message until its answer: a cancel waits as long.
  const waits = (facts, beside, ends) =>
    new Promise((resolve, reject) => {
      let [longest, asked] = [0, 0];
      const question = () => {
        asked = performance.now();
        worker.postMessage([JSON.stringify({ Person: { ticket: ++ticket, row: 0 } }), undefined]);
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data: [told] }) => {
        const name = Object.keys(JSON.parse(told))[0];
        if (name === "Person") {
          longest = Math.max(longest, performance.now() - asked);
          question();
        } else if (ends.includes(name)) resolve(longest);
      };
      worker.postMessage([JSON.stringify(facts), beside]);
      question();
    });
  return {
    // Every mapping is evaluated again, because another domain can change its values.
    waitsInRun: (domain) =>
      waits({ Rehearse: { ticket: ++ticket } }, JSON.stringify({ ...PLAN, default_domain: domain }), ["Rehearsed"]),
    waitsInFile: (file) =>
      waits({ Read: { side: "People", name: "people.csv", ticket: ++ticket } }, file, ["Read", "Waits"]),
    // A file with its own headings waits until somebody has checked its columns: the guesses are right here, as if somebody had
    // checked a file with these headings before. The time to the first people of a large file comes too.
    async read(file, side = "People") {
      const begin = performance.now();
      let first = null;
      const reading = ask({ Read: { side, name: "people.csv", ticket: ++ticket } }, file, ["Read", "Waits"], () => {
        first = performance.now() - begin;
      });
      if (side === "People" && file.size >= LARGE) {
        const columns = ["Person", "Action", "Problems", { Target: 0 }, { Target: 1 }, { Target: 2 }];
        worker.postMessage([JSON.stringify({ FirstRows: { ticket, columns, remembered: [REMEMBERED] } }), JSON.stringify(PLAN)]);
      }
      const [time, { name }] = await reading;
      if (name === "Read") return [time, first];
      const [choosing] = await ask({ Choose: { side, ticket: ++ticket, columns: {} } }, undefined, ["Read"]);
      return [time + choosing, first];
    },
    forgetExisting: () => worker.postMessage([JSON.stringify({ Forget: { side: "Target" } }), undefined]),
    // As the app does it when a run begins: so many workers help from now on.
    share(count) {
      for (const { end } of helpers) end();
      helpers = Array.from({ length: count }, () => helper(start));
      const ports = helpers.map(({ port }) => port);
      worker.postMessage([JSON.stringify("Helpers"), ports], ports);
    },
    rehearse: (plan) => ask({ Rehearse: { ticket: ++ticket } }, JSON.stringify(plan), ["Rehearsed"]),
    requests: () => ask({ Write: { ticket: ++ticket, format: "ndjson" } }, undefined, ["Written"]),
    end: () => worker.terminate(),
  };
}

export { PLAN, edited };
