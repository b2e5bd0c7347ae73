// Saved plans in IndexedDB. A promise resolves only after its transaction completed, with strict durability.
let opening = null;

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
      database.onclose = () => { opening = null; };
      database.onversionchange = () => { database.close(); opening = null; };
      resolve(database);
    };
  });
  opening.catch(() => { opening = null; });
  return opening;
}

async function transact(mode, work) {
  const database = await open();
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
        ? plans.add({ name, text, saved, revision: next })
        : plans.put({ name, text, saved, revision: next }, key);
      request.onsuccess = (event) => {
        settings.put(event.target.result, "open");
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
