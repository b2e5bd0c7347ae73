// Which tab writes to a plan: the one with its Web Lock. A tab that takes a plan over asks first, so that the other one can
// save. Without Web Locks every tab writes, and a save that meets another's becomes a separate plan.
const channel = globalThis.BroadcastChannel && new BroadcastChannel("crosswalk plans");
/** How long a reload waits for the page before it, and a tab for another one that saves. */
const [SHORTLY, PATIENCE] = [500, 3_000];
/** How often a lock is asked for that nobody has: a busy machine answers late. */
const ATTEMPTS = 20;
const held = new Map();
/** Requests that are not answered yet: a tab must not take a lock away from itself. */
const asking = new Map();
const lockOf = (plan) => `crosswalk plan ${plan}`;

function request(plan, options, lost) {
  return new Promise((resolve) => {
    const hold = () => new Promise((release) => {
      held.set(plan, release);
      resolve(true);
    });
    navigator.locks.request(lockOf(plan), options, hold).catch((error) => {
      // Refused in time, or taken away later. Where locks are forbidden, every tab writes.
      resolve(error.name !== "AbortError" && error.name !== "TimeoutError");
      if (held.delete(plan)) lost(plan);
    });
  });
}

/** One request for a plan at a time. */
function ask(plan, work) {
  const answer = work().finally(() => asking.delete(plan));
  asking.set(plan, answer);
  return answer;
}

/** Whether no tab writes to a plan. */
export async function isFree(plan) {
  const locks = await navigator.locks.query();
  return !locks.held.some(({ name }) => name === lockOf(plan));
}

async function requestWhileFree(plan, lost) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await request(plan, { signal: AbortSignal.timeout(SHORTLY) }, lost)) return true;
    if (!(await isFree(plan))) return false;
  }
  return false;
}

/** Asks for the lock. Says whether this tab has it; `lost` is called if another tab takes it away. */
export async function acquire(plan, lost) {
  if (!navigator.locks || held.has(plan)) return true;
  return asking.get(plan) ?? ask(plan, () => requestWhileFree(plan, lost));
}

/** Takes the lock over: asks the tab that has it to save and let go, and does not wait for ever. */
export async function takeOver(plan, lost) {
  await asking.get(plan);
  if (!navigator.locks || held.has(plan)) return true;
  channel?.postMessage({ plan, wants: "lock" });
  return ask(plan, async () => {
    const isGiven = await request(plan, { signal: AbortSignal.timeout(PATIENCE) }, lost);
    return isGiven || request(plan, { steal: true }, lost);
  });
}

/** Lets go of every lock except that of one plan. */
export function releaseOthers(plan) {
  for (const [other, release] of held) {
    if (other === plan) continue;
    held.delete(other);
    release();
  }
}

/** Tells the other tabs that a plan was saved, with the revision. */
export function announce(plan) {
  channel?.postMessage({ plan, saved: true });
}

/** Calls `asked` when another tab wants a plan that this one has, and `saved` when another tab has saved one. */
export function listen(asked, saved) {
  channel?.addEventListener("message", ({ data }) => {
    if (data?.wants === "lock" && held.has(data.plan)) asked(String(data.plan));
    if (data?.saved) saved(String(data.plan));
  });
}
