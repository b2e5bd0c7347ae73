// Saved plans in IndexedDB. A promise resolves only after its transaction completed, with strict durability.
//
// A page that goes cannot wait for an answer, so it cannot ask whether another tab saved the plan. It leaves its last text
// apart (`leave`), and the next page that opens the storage adds it to the saved plans (`settle`). The text goes to
// localStorage, which answers at once: a browser may abort a transaction of a page that is gone. A text that is too large for
// localStorage goes to the database.
let opening = null;
let connection = null;
/** Names this page, and begins the keys under which it leaves texts. */
const page = `last ${Date.now()} ${Math.random()} `;
const OF_THIS_PAGE = IDBKeyRange.bound(page, `${page}~`);
const OF_ANY_PAGE = IDBKeyRange.bound("last ", "last~");
/** Begins the keys in localStorage. */
const LEFT = "crosswalk-left ";
let left = 0;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("crosswalk", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("plans", { autoIncrement: true });
      request.result.createObjectStore("settings");
    };
    request.onblocked = () => reject(new Error("Another tab holds an older version of the storage: close it."));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // A lost or outdated connection is opened anew by the next call.
      database.onclose = () => { opening = null; connection = null; };
      database.onversionchange = () => { database.close(); opening = null; connection = null; };
      connection = database;
      settle(database).finally(() => resolve(database));
    };
  });
  opening.catch(() => { opening = null; });
  return opening;
}

async function transact(mode, work) {
  return transactIn(await open(), mode, work);
}

function transactIn(database, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(["plans", "settings"], mode, { durability: "strict" });
    let result;
    let refusal = null;
    const refuse = (text) => { refusal = new Error(text); transaction.abort(); };
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(refusal ?? transaction.error ?? new Error("The browser gave the save up."));
    work(transaction.objectStore("plans"), transaction.objectStore("settings"), (value) => { result = value; }, refuse);
  });
}

/** Takes the texts out of localStorage that pages left: those of any page, or of one. */
function takeLeft(by = "") {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(LEFT + by));
    return keys.map((key) => {
      const text = localStorage.getItem(key);
      localStorage.removeItem(key);
      return [key, text];
    });
  } catch {
    return [];
  }
}

/** Puts the last texts of pages that are gone where they belong. What another tab saved since is never overwritten. */
function settle(database) {
  const early = takeLeft();
  return transactIn(database, "readwrite", (plans, settings) => {
    for (const [key, text] of early) {
      try {
        settings.put(JSON.parse(text), key.slice(LEFT.length));
      } catch {
        // Somebody else wrote there.
      }
    }
    settings.openCursor(OF_ANY_PAGE).onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor) return;
      const { id, revision, name, text, saved } = cursor.value;
      const by = cursor.key.slice(0, cursor.key.lastIndexOf(" ") + 1);
      const opened = (event) => settings.put(event.target.result, "open");
      const add = () => { plans.add({ name, text, saved, revision: 1, by }).onsuccess = opened; };
      cursor.delete();
      cursor.continue();
      if (id === undefined) return add();
      plans.get(id).onsuccess = (event) => {
        const row = event.target.result;
        if (!row || row.text === text) return;
        // A save that was under way when the page went may have counted on.
        if (row.revision !== revision && row.by !== by) return add();
        plans.put({ name, text, saved, revision: row.revision + 1, by }, id).onsuccess = opened;
      };
    };
  }).catch(() => early.forEach(([key, text]) => localStorage.setItem(key, text)));
}

/** Leaves the last text of a page that goes. */
export function leave(id, revision, name, text, saved) {
  const key = `${page}${left++}`;
  const last = { id, revision, name, text, saved };
  try {
    localStorage.setItem(LEFT + key, JSON.stringify(last));
  } catch {
    leaveInDatabase(key, last);
  }
}

/** One request, committed at once, whose answer nobody waits for. A browser under load may still abort it. */
function leaveInDatabase(key, last) {
  try {
    const transaction = connection.transaction("settings", "readwrite", { durability: "strict" });
    transaction.objectStore("settings").put(last, key);
    transaction.commit?.();
  } catch {
    // The page goes; there is nobody to tell.
  }
}

export function list() {
  return transact("readonly", (plans, _settings, answer) => {
    const rows = [];
    plans.openCursor().onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor) return answer(JSON.stringify(rows.sort((a, b) => b.saved - a.saved)));
      const { name, saved } = cursor.value ?? {};
      rows.push({ id: cursor.key, name: String(name ?? ""), saved: Number(saved) || 0 });
      cursor.continue();
    };
  });
}

export function load(id) {
  return transact("readwrite", (plans, settings, answer, refuse) => {
    plans.get(id).onsuccess = (event) => {
      const row = event.target.result;
      if (!row) return refuse("This plan is no longer saved here.");
      settings.put(id, "open");
      answer(JSON.stringify({ revision: Number(row.revision) || 0, text: String(row.text) }));
    };
  });
}

export function save(id, revision, name, text, saved) {
  return transact("readwrite", (plans, settings, answer, refuse) => {
    const put = (key, next) => {
      const request = key === undefined
        ? plans.add({ name, text, saved, revision: next, by: page })
        : plans.put({ name, text, saved, revision: next, by: page }, key);
      request.onsuccess = (event) => {
        settings.put(event.target.result, "open");
        settings.delete(OF_THIS_PAGE);
        takeLeft(page);
        answer(JSON.stringify({ id: event.target.result, revision: next }));
      };
    };
    if (id === undefined) return put(undefined, 1);
    plans.get(id).onsuccess = (event) => {
      const row = event.target.result;
      // Someone else wrote since: never over their work.
      if (row && row.revision !== revision) return refuse("conflict");
      put(id, revision + 1);
    };
  });
}

export function remove(id) {
  return transact("readwrite", (plans) => { plans.delete(id); });
}

export function lastOpen() {
  return transact("readonly", (_plans, settings, answer) => {
    settings.get("open").onsuccess = (event) => answer(event.target.result);
  });
}
