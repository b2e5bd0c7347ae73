// The file on disk that a plan is linked to. A database of its own keeps what the browser gave for the file, and how the
// file was when it was written last. The text of a plan is not in it.
const NAME = "crosswalk-linked-files";

const fault = (name, message = "") => Object.assign(new Error(message), { name });

function transact(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("files");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction("files", mode);
      const request = work(transaction.objectStore("files"));
      transaction.oncomplete = () => { database.close(); resolve(request.result); };
      transaction.onabort = () => { database.close(); reject(transaction.error ?? fault("AbortError")); };
    };
  });
}

const entry = (plan) => transact("readonly", (files) => files.get(plan));
const keep = (plan, value) => transact("readwrite", (files) => files.put(value, plan));
const ACCESS = { mode: "readwrite" };

/** Whether this browser can write to files on disk. */
export function canLink() {
  return typeof globalThis.showSaveFilePicker === "function";
}

/** Asks for a file and links the plan to it. Answers its name. */
export async function link(plan, name) {
  const types = [{ description: "Plan of Crosswalk", accept: { "application/json": [".json"] } }];
  const handle = await showSaveFilePicker({ suggestedName: name, types });
  await keep(plan, { handle });
  return handle.name;
}

/** The linked file: its name, and the fault for which it cannot be written without asking. Nothing without a link. */
export async function linked(plan) {
  const known = await entry(plan);
  if (!known) return undefined;
  const isAllowed = (await known.handle.queryPermission?.(ACCESS) ?? "granted") === "granted";
  const found = isAllowed ? compare(known) : Promise.reject(fault("NotAllowedError"));
  return [known.handle.name, await found.then(() => undefined, ({ name }) => name)];
}

/** Fails if the file is no longer as it was written. */
async function compare({ handle, modified, size }) {
  const now = await handle.getFile();
  if (modified !== undefined && (now.lastModified !== modified || now.size !== size)) throw fault("Changed");
}

/** Asks whether the linked file may be written. */
export async function allow(plan) {
  const { handle } = (await entry(plan)) ?? {};
  return (await handle?.requestPermission?.(ACCESS) ?? "granted") === "granted";
}

/** Ends the link. The file stays as it is. */
export function unlink(plan) {
  return transact("readwrite", (files) => files.delete(plan));
}

let queue = Promise.resolve();

/** Writes the text after the texts before it. Says whether the file had another one. A file that somebody else has changed is overwritten by force alone. */
export function write(plan, text, isForced) {
  const done = queue.then(() => writeNow(plan, text, isForced));
  queue = done.catch(() => {});
  return done;
}

async function writeNow(plan, text, isForced) {
  const known = await entry(plan);
  if (!known) throw fault("NotFoundError");
  if (!isForced) await compare(known);
  const { handle } = known;
  // A plan that is only opened does not touch its file.
  if (!isForced && (await (await handle.getFile()).text()) === text) return false;
  // The browser writes a new file, and puts it in place of the old one when it is closed.
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
  const after = await handle.getFile();
  if ((await after.text()) !== text) throw fault("NotReadBack");
  await keep(plan, { handle, modified: after.lastModified, size: after.size });
  return true;
}
