// Where the scripts find the WebAssembly modules: the source of the module "crosswalk:files".

/** A response that every browser compiles, also from a server that does not know the type of `.wasm` files. */
const MODULE = `const module = (body) => new Response(body, { headers: { "content-type": "application/wasm" } });`;

/**
 * Fetches from the folder of the script. `files` gives each module's address and hash, and `pieces` where the pieces are
 * in the pack. The browser refuses a file with another hash.
 */
export function fetched(files, pieces = null) {
  return `
    ${MODULE}
    const FILES = ${JSON.stringify(files)};
    const fetched = async ({ url, integrity }) => {
      const response = await fetch(new URL(url, import.meta.url), { integrity });
      if (!response.ok) throw new Error(url + ": " + response.status);
      return response;
    };
    const whole = async (file) => module((await fetched(file)).body);
    ${pieces ? sliced(pieces) : "export const load = (name) => whole(FILES[name]);"}
  `;
}

function sliced({ file, slices }) {
  return `
    const PACK = ${JSON.stringify(file)};
    const SLICES = ${JSON.stringify(Object.fromEntries(slices))};
    let pack;
    const piece = async ([start, end]) => {
      // After a lost connection, the next piece tries again.
      pack ??= fetched(PACK).then((response) => response.arrayBuffer()).catch((error) => { pack = undefined; throw error; });
      return module((await pack).slice(start, end));
    };
    export const load = (name) => SLICES[name] ? piece(SLICES[name]) : whole(FILES[name]);
  `;
}

/**
 * Takes modules out of the page itself: data blocks with Base64 of gzip. `source` is an expression that gives such a
 * text for a name.
 */
export function embedded(source) {
  return `
    ${MODULE}
    const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const inflated = (text) => new Response(new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream("gzip")));
    export const load = async (name) => module(await inflated(${source}).arrayBuffer());
  `;
}
