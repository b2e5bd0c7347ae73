// Plans in IndexedDB. Every function is one transaction with strict durability. What it decides, it is told: see
// src/editor/saving/keeping.rs.
//
//   heads      plan                  the latest revision, the name, who saved it
//   revisions  [plan, number]        what is known of a revision
//   texts      [plan, number]        its text, which never changes
//   left       page and number       the last text of a page that could not wait for an answer
//   begun      plan                  when a change began that is not saved yet
//   plans      1, 2, 3 …             rows of version 1 that could not be moved
const NAME = "crosswalk";
const VERSION = 2;
const STORES = ["heads", "revisions", "texts", "left", "begun"];
/** A database that has not answered after this time is given up, and opened again. */
const LIMIT = 5_000;
/** Pauses before the next attempts to open it. */
const PAUSES = [100, 400];
/** Where the list of keys is that were moved from localStorage, and are to be removed there. */
const MOVED = 0;
/** Begins the keys of texts that a page leaves while it has no database. */
const LEFT = "crosswalk.left ";

let opening = null;
let connection = null;
let newer = false;

function fault(name, message = "") {
  return Object.assign(new Error(message), { name });
}

const pause = (time) => new Promise((done) => setTimeout(done, time));
const wellFormed = (text) => String(text ?? "").replace(/\p{Surrogate}/gu, "\ufffd");
const whole = (number) => (Number.isFinite(number) && number > 0 ? Math.floor(number) : 0);
const cleanSteps = (steps) =>
  (Array.isArray(steps) ? steps : []).filter((step) => whole(step?.revision)).map(({ revision, label }) => ({ revision: whole(revision), label: wellFormed(label) }));
const cleanPast = (past) => ({ undo: cleanSteps(past?.undo), redo: cleanSteps(past?.redo) });
const cleanHead = (head) => head && {
  ...head,
  revision: whole(head.revision),
  name: wellFormed(head.name),
  saved: whole(head.saved),
  order: whole(head.order),
  bytes: whole(head.bytes),
  deleted: whole(head.deleted) || null,
  past: cleanPast(head.past),
};
const cleanRevision = (one) => ({ ...one, parent: whole(one.parent), saved: whole(one.saved), bytes: whole(one.bytes) });
const all = (plan) => IDBKeyRange.bound([plan], [plan, []]);

/** 96 random bits. */
export function randomBytes() {
  return crypto.getRandomValues(new Uint8Array(12));
}

const randomName = () => Array.from(randomBytes(), (byte) => byte.toString(16).padStart(2, "0")).join("");

function open() {
  opening ??= new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) throw fault("MissingStorage");
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = (event) => upgrade(request, event.oldVersion);
    request.onblocked = () => reject(fault("OlderTab"));
    request.onerror = () => (request.error.name === "VersionError" ? openNewer() : Promise.reject(request.error)).then(resolve, reject);
    request.onsuccess = () => {
      newer = false;
      connect(request.result);
      Promise.allSettled([gather(request.result), sweep(request.result)]).then(() => resolve(request.result));
    };
  });
  opening.catch(() => { opening = null; });
  return opening;
}

/** A newer version of Crosswalk has changed the database. It is read and never written. */
function openNewer() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      newer = true;
      connect(request.result);
      resolve(request.result);
    };
  });
}

function connect(database) {
  const drop = () => { opening = null; connection = null; };
  // A lost or outdated connection is opened again by the next transaction.
  database.onclose = drop;
  database.onversionchange = () => { database.close(); drop(); };
  connection = database;
}

/** Whether a newer version of Crosswalk has changed the database. */
export function isNewer() {
  return newer;
}

/** Makes the stores, and moves every plan of version 1. A row that is not a plan stays where it is. */
function upgrade(request, from) {
  const database = request.result;
  for (const store of STORES) database.createObjectStore(store);
  if (from === 0) return void database.createObjectStore("plans", { autoIncrement: true });
  const store = (name) => request.transaction.objectStore(name);
  const names = new Map();
  const moved = [];
  store("plans").openCursor().onsuccess = (event) => {
    const cursor = event.target.result;
    if (!cursor) return moveLeft(store("settings"), store("left"), names, moved);
    const row = cursor.value;
    if (typeof row?.text === "string") {
      const id = randomName();
      const [number, saved, bytes] = [whole(row.revision) || 1, whole(row.saved), new Blob([row.text]).size];
      const writer = String(row.by ?? "");
      store("heads").put({ revision: number, name: wellFormed(row.name), saved, writer, bytes }, id);
      store("revisions").put({ number, parent: 0, saved, bytes }, [id, number]);
      store("texts").put(row.text, [id, number]);
      names.set(cursor.key, id);
      moveHistory(cursor.key, id, moved);
      cursor.delete();
    }
    cursor.continue();
  };
}

/** The history of exports follows its plan. */
function moveHistory(from, to, moved) {
  try {
    const [before, after] = [from, to].map((plan) => `crosswalk.exports.${plan}`);
    const history = localStorage.getItem(before);
    if (history === null) return;
    localStorage.setItem(after, history);
    moved.push(before);
  } catch {
    // Only a list of changes is missing then.
  }
}

/** The last texts of pages of version 1, from both places that they were left in. */
function moveLeft(settings, left, names, moved) {
  const put = (key, { id, revision, name, text, saved }) => {
    const receipt = { id: names.get(id) ?? randomName(), revision: names.has(id) ? whole(revision) : 0 };
    const writer = key.slice(0, key.lastIndexOf(" ") + 1);
    left.put({ receipt, writer, order: 1, name: wellFormed(name), text: String(text), saved: whole(saved) }, key);
  };
  const before = "crosswalk-left ";
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(before))) {
    try {
      put(key.slice(before.length), JSON.parse(localStorage.getItem(key)));
      moved.push(key);
    } catch {
      // Somebody else wrote there.
    }
  }
  left.put(moved, MOVED);
  settings.openCursor().onsuccess = (event) => {
    const cursor = event.target.result;
    if (!cursor) return;
    if (String(cursor.key).startsWith("last ") && cursor.value) put(cursor.key, cursor.value);
    cursor.delete();
    cursor.continue();
  };
}

/** Removes from localStorage what the database has now. The page of the upgrade may have gone before it could. */
async function sweep(database) {
  const moved = await within(database, "readonly", ["left"], (left, reply) => {
    left.get(MOVED).onsuccess = (event) => { reply.value = event.target.result; };
  });
  if (!moved) return;
  moved.forEach((key) => localStorage.removeItem(key));
  await within(database, "readwrite", ["left"], (left) => { left.delete(MOVED); });
}

/** Moves what this tab left without a database into the database. */
async function gather(database) {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(LEFT));
  if (keys.length === 0) return;
  await within(database, "readwrite", ["left"], (left) => {
    for (const key of keys) left.put(JSON.parse(sessionStorage.getItem(key)), key);
  });
  for (const key of keys) sessionStorage.removeItem(key);
}

/** One transaction. A database that does not answer is given up: its connection is closed, and the next one is new. */
async function transact(mode, names, work) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => {
      opening = null;
      connection?.close();
      connection = null;
      reject(fault("NoAnswer"));
    }, LIMIT);
  });
  try {
    return await Promise.race([attempt(mode, names, work), limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function attempt(mode, names, work) {
  for (const time of [...PAUSES, null]) {
    try {
      const database = await open();
      if (newer && mode === "readwrite") throw fault("VersionError");
      return await within(database, mode, names, work);
    } catch (error) {
      // Nothing has begun, and the connection or the opening of it is to blame.
      const again = error.name === "InvalidStateError" || error.name === "UnknownError";
      if (time === null || !again || error.hasBegun) throw error;
      opening = null;
      await pause(time);
    }
  }
}

function within(database, mode, names, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode, { durability: "strict" });
    const reply = { value: undefined };
    let thrown;
    transaction.oncomplete = () => resolve(reply.value);
    transaction.onabort = () => {
      const error = thrown ?? transaction.error ?? fault("AbortError", "The browser gave the transaction up");
      reject(Object.assign(fault(error.name, error.message), { hasBegun: true }));
    };
    const guard = (step) => (event) => {
      try {
        step(event.target.result);
      } catch (error) {
        thrown = error;
        transaction.abort();
      }
    };
    work(...names.map((name) => transaction.objectStore(name)), reply, guard);
  });
}

/**
 * Reads what the database has of a plan, asks `decide`, and does what it says: the head, the revision, the number of its
 * text, the text, revisions to forget, whether to forget the head, whether to forget the text that was left.
 */
export function change(plan, reads, key, decide) {
  const names = ["heads", "revisions", "texts", "left", "begun"];
  return transact("readwrite", names, (heads, revisions, texts, left, begun, _reply, guard) => {
    const write = (head, list, isLeft) => {
      const kept = JSON.stringify({ head: cleanHead(head), revisions: list.map(cleanRevision), is_left: isLeft });
      const [next, revision, number, text, forget, forgetsPlan, settles] = decide(kept);
      if (text !== undefined) {
        texts.add(text, [plan, number]);
        begun.delete(plan);
      }
      if (revision !== undefined) revisions.put(JSON.parse(revision), [plan, JSON.parse(revision).number]);
      if (next !== undefined) heads.put(JSON.parse(next), plan);
      for (const one of forget) {
        texts.delete([plan, one]);
        revisions.delete([plan, one]);
      }
      if (forgetsPlan) heads.delete(plan);
      if (settles) left.delete(key);
    };
    heads.get(plan).onsuccess = guard((head) => {
      const listed = (list) => {
        if (key === undefined) return write(head, list, false);
        left.getKey(key).onsuccess = guard((found) => write(head, list, found !== undefined));
      };
      if (!reads) return listed([]);
      revisions.getAll(all(plan)).onsuccess = guard(listed);
    });
  });
}

/** Notes that a change of a plan began, or that it is over. Nobody waits for the answer. */
export function mark(plan, time) {
  if (newer) return;
  try {
    const store = connection.transaction("begun", "readwrite").objectStore("begun");
    if (time === undefined) store.delete(plan);
    else store.put(time, plan);
  } catch {
    // Only a notice is missing then.
  }
}

/** The latest state of a plan: its head as JSON, its text, and when a change began that was never saved. */
export function load(plan) {
  return transact("readonly", ["heads", "texts", "begun"], (heads, texts, begun, reply, guard) => {
    heads.get(plan).onsuccess = guard((head) => {
      if (!head) throw fault("Missing");
      head = cleanHead(head);
      texts.get([plan, head.revision]).onsuccess = guard((text) => {
        if (typeof text !== "string") throw fault("DataError", "the text of the plan is missing");
        begun.get(plan).onsuccess = guard((time) => {
          reply.value = [JSON.stringify(head), text, time];
        });
      });
    });
  });
}

/** The text of a revision. */
export function text(plan, revision) {
  return transact("readonly", ["texts"], (texts, reply, guard) => {
    texts.get([plan, revision]).onsuccess = guard((text) => {
      if (typeof text !== "string") throw fault("Missing");
      reply.value = text;
    });
  });
}

/** The revisions of a plan as JSON, without their texts. */
export function revisions(plan) {
  return transact("readonly", ["revisions"], (revisions, reply, guard) => {
    revisions.getAll(all(plan)).onsuccess = guard((list) => {
      reply.value = list.filter((one) => whole(one?.number)).map((one) => JSON.stringify(cleanRevision(one)));
    });
  });
}

/** The texts that pages left, each as JSON. */
export function left() {
  return transact("readonly", ["left"], (left, reply, guard) => {
    reply.value = [];
    left.openCursor().onsuccess = guard((cursor) => {
      if (!cursor) return;
      if (typeof cursor.key === "string") {
        const { past, ...entry } = cursor.value ?? {};
        reply.value.push(JSON.stringify({ ...entry, key: cursor.key, past: past && cleanPast(past) }));
      }
      cursor.continue();
    });
  });
}

/**
 * Leaves the last text of a page that goes: one request that is committed at once, whose answer nobody waits for. It adds
 * and never overwrites. While the database is not open, the text goes to the tab's sessionStorage, for a reload.
 */
export function leave(key, entry) {
  try {
    const transaction = connection.transaction("left", "readwrite", { durability: "strict" });
    transaction.objectStore("left").put(JSON.parse(entry), key);
    transaction.commit?.();
  } catch {
    try {
      sessionStorage.setItem(LEFT + key, entry);
    } catch {
      // The page goes; there is nobody to tell.
    }
  }
}

/** What the rows of the last list were made from, to find those without a proper key again. */
const listed = [];

/**
 * Whether there is nothing to list. A database that cannot be read may have plans, and so may one that takes its time: who
 * lists them waits for it, and says what is wrong.
 */
export function isEmpty() {
  const count = transact("readonly", ["heads", "left", "plans"], (heads, left, plans, reply, guard) => {
    reply.value = 0;
    for (const store of [heads, left, plans]) store.count().onsuccess = guard((count) => { reply.value += count; });
  });
  return Promise.race([count, pause(1_000)]).then((count) => count === 0, () => false);
}

/** All plans, each as JSON. A row that cannot be read as a plan has `damage` and a number instead of a name. */
export function list() {
  return transact("readonly", ["heads", "revisions", "texts", "plans"], (heads, _revisions, texts, plans, reply, guard) => {
    const rows = [];
    reply.value = rows;
    listed.length = 0;
    const damaged = (store, key, value, damage) => {
      rows.push(JSON.stringify({ damage, place: listed.push([store, key]) - 1, name: wellFormed(value?.name), saved: whole(value?.saved) }));
    };
    texts.getAllKeys().onsuccess = guard((keys) => {
      const known = new Set(keys.map((key) => JSON.stringify(key)));
      heads.openCursor().onsuccess = guard((cursor) => {
        if (!cursor) return;
        const { key, value } = cursor;
        if (typeof key !== "string" || !/^[a-z0-9]{1,40}$/.test(key)) damaged("heads", key, value, "Its name in the database is not one that Crosswalk gives.");
        else if (!whole(value?.revision)) damaged("heads", key, value, "It does not say which revision is the latest.");
        else if (!known.has(JSON.stringify([key, value.revision]))) damaged("heads", key, value, "The text of its latest revision is missing.");
        else {
          const { name, saved, deleted } = cleanHead(value);
          rows.push(JSON.stringify({ id: key, name, saved, deleted, is_conflicted: value.is_conflicted === true }));
        }
        cursor.continue();
      });
    });
    plans.openCursor().onsuccess = guard((cursor) => {
      if (!cursor) return;
      damaged("plans", cursor.key, cursor.value, "It is not a plan.");
      cursor.continue();
    });
  });
}

/** The best text that the database has of a damaged row: the latest revision, or everything that is stored. */
export function rescue(place) {
  const [store, key] = listed[place];
  return transact("readonly", [store, "texts"], (rows, texts, reply, guard) => {
    rows.get(key).onsuccess = guard((row) => {
      reply.value = typeof row?.text === "string" ? row.text : String(JSON.stringify(row, null, 2));
      if (store !== "heads") return;
      texts.openCursor(all(key), "prev").onsuccess = guard((cursor) => {
        if (cursor) reply.value = String(cursor.value);
      });
    });
  });
}

/** Deletes a damaged row with its texts. */
export function discard(place) {
  const [store, key] = listed[place];
  return transact("readwrite", [store, "revisions", "texts"], (rows, revisions, texts) => {
    rows.delete(key);
    if (store !== "heads") return;
    revisions.delete(all(key));
    texts.delete(all(key));
  });
}

/** Asks the browser to keep the data when it needs space, and says whether it does; nothing where it cannot say. */
export async function persist() {
  const storage = navigator.storage;
  if (!storage?.persist) return undefined;
  return (await storage.persisted()) || (await storage.persist());
}

/** Whether the browser keeps the data when it needs space. */
export async function isPersisted() {
  return navigator.storage?.persisted?.();
}
