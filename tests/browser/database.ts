// The database of plans as a test sees it, beside the app.
import type { Page } from "@playwright/test";

/** The stores of the database, with the rows that a test puts there: each with its key. */
export type Rows = Record<string, [key: unknown, value: unknown][]>;

/** The latest texts of the saved plans, the plan that was saved first before the others. With a replacement, the first one becomes that. */
export function savedTexts(page: Page, replacement?: string): Promise<string[]> {
  return page.evaluate(
    (replacement) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("crosswalk");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(["heads", "texts"], "readwrite");
          const [heads, texts] = [transaction.objectStore("heads"), transaction.objectStore("texts")];
          const found: { saved: number; text: string }[] = [];
          const [keys, values] = [heads.getAllKeys(), heads.getAll()];
          values.onsuccess = () => {
            const rows = keys.result.map((key, at) => ({ key: String(key), head: values.result[at] }));
            rows.sort((one, other) => one.head.saved - other.head.saved);
            rows.forEach(({ key, head }, at) => {
              const place = [key, head.revision];
              texts.get(place).onsuccess = (event) => {
                found.push({ saved: head.saved, text: (event.target as IDBRequest<string>).result });
                if (replacement === undefined || at > 0) return;
                texts.put(replacement, place);
                heads.put({ ...head, digest: "" }, key);
              };
            });
          };
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(found.sort((one, other) => one.saved - other.saved).map(({ text }) => text));
          };
        };
      }),
    replacement,
  );
}

/** Puts rows into the database of this version. */
export async function putRows(page: Page, rows: Rows): Promise<void> {
  await page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("crosswalk");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(Object.keys(rows), "readwrite");
          for (const [store, list] of Object.entries(rows)) {
            for (const [key, value] of list) transaction.objectStore(store).put(value, key as IDBValidKey);
          }
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    rows,
  );
}

/** Puts a database of version 1 in place of the database, as the version before this one made it. */
export async function replaceByVersion1(page: Page, rows: Rows): Promise<void> {
  await page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase("crosswalk").onsuccess = () => {
          const opening = indexedDB.open("crosswalk", 1);
          opening.onerror = () => reject(opening.error);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore("plans", { autoIncrement: true });
            opening.result.createObjectStore("settings");
          };
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(["plans", "settings"], "readwrite");
            for (const [store, list] of Object.entries(rows)) {
              for (const [key, value] of list) transaction.objectStore(store).put(value, key as IDBValidKey);
            }
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        };
      }),
    rows,
  );
}
