// Where the scripts find the WebAssembly modules: the source of the module "crosswalk:files".

/**
 * Fetches from the folder of the script. `files` gives each module's address and hash, `slices` where pieces are in the
 * pack. The browser refuses a file with another hash.
 */
export function fetched(files, packed = null) {
  return `
    const FILES = ${JSON.stringify(files)};
    const fetched = (file) => fetch(new URL(file.url, import.meta.url), { integrity: file.integrity });
    ${packed ? sliced(packed) : "export const load = (name) => fetched(FILES[name]);"}
  `;
}

function sliced({ file, slices }) {
  return `
    const PACK = ${JSON.stringify(file)};
    const SLICES = ${JSON.stringify(Object.fromEntries(slices))};
    let pack;
    const packed = async ([start, end]) => {
      // After a lost connection, the next piece tries again.
      pack ??= fetched(PACK).then((response) => response.arrayBuffer()).catch((error) => { pack = undefined; throw error; });
      return new Response((await pack).slice(start, end));
    };
    export const load = (name) => SLICES[name] ? packed(SLICES[name]) : fetched(FILES[name]);
  `;
}

/**
 * Takes modules out of the page itself: data blocks with Base64 of gzip. `source` is an expression that gives such a
 * text for a name.
 */
export function embedded(source) {
  return `
    const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const inflated = (text) => new Response(new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream("gzip")));
    export const load = async (name) => new Response(await inflated(${source}).arrayBuffer(), { headers: { "content-type": "application/wasm" } });
  `;
}
