// The files of a rehearsal in a database of their own, so that deleting them cannot touch a plan.
const NAME = "crosswalk-directory";

function transact(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("files");
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("another tab uses the store"));
    opening.onsuccess = () => {
      const database = opening.result;
      database.onversionchange = () => database.close();
      const transaction = database.transaction("files", mode);
      let answer;
      work(transaction.objectStore("files"), (value) => { answer = value; });
      const end = (settle, value) => { database.close(); settle(value()); };
      transaction.oncomplete = () => end(resolve, () => answer);
      transaction.onabort = () => end(reject, () => transaction.error ?? new Error("no space"));
    };
  });
}

/** Stores these files in place of all others. Each is a list: side, name, file, columns. */
export function keepFiles(files) {
  return transact("readwrite", (store) => {
    store.clear();
    for (const [side, name, file, columns] of files) store.put({ name, file, columns }, side);
  });
}

/** The stored files, in the same form. */
export function keptFiles() {
  return transact("readonly", (store, answer) => {
    const files = [];
    store.openCursor().onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor) return answer(files);
      const { name, file, columns } = cursor.value;
      files.push([cursor.key, name, file, columns]);
      cursor.continue();
    };
  });
}

/** Deletes everything. */
export function forgetFiles() {
  return transact("readwrite", (store) => { store.clear(); });
}
