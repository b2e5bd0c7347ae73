// One script for the app and one for each worker. wasm-bindgen leaves many small files: the glue, the snippets of our own
// JavaScript, and wasm-split's loader of the parts.
import { build, transformSync } from "esbuild";
import { fail } from "./built.mjs";

/** How wasm-split's loader fetches a part. */
const FETCH = /fetch\(new URL\("\.\/([^"]+\.wasm)", import\.meta\.url\)\)/g;

/**
 * The script of a worker. It is a classic script: a page from disk may not start a module.
 */
export async function worker(built, binary, files) {
  const text = await bundle(built, binary, { files, define: { "import.meta.url": "location.href" } });
  return `(async()=>{${text}})();`;
}

/**
 * The text of a module script. `files` is the source of the module "crosswalk:files": its `load(name)` gives the response with a
 * WebAssembly module. `first` is run before everything else.
 */
export async function bundle(built, binary, { files, first = "", define = {} }) {
  const start = `
    import "crosswalk:first";
    import init from "./${binary}.js";
    import { load } from "crosswalk:files";
    await init({ module_or_path: load("${binary}_bg.wasm") });
  `;
  const sources = { "crosswalk:first": first, "crosswalk:files": files };
  const ours = {
    name: "crosswalk",
    setup(build) {
      build.onResolve({ filter: /^crosswalk:/ }, ({ path }) => ({ path, namespace: "crosswalk" }));
      build.onLoad({ filter: /./, namespace: "crosswalk" }, ({ path }) => ({ contents: sources[path] }));
      build.onLoad({ filter: /__wasm_split\.js$/ }, () => ({ contents: loader(built) }));
    },
  };
  const result = await build({
    stdin: { contents: start, resolveDir: built.folder, sourcefile: "start.js" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minify: true,
    define,
    legalComments: "none",
    plugins: [ours],
    // wasm-bindgen names the same import twice.
    logOverride: { "duplicate-object-key": "silent" },
  });
  if (result.warnings.length > 0) fail(`esbuild warns: ${result.warnings.map((warning) => warning.text).join("; ")}`);
  return result.outputFiles[0].text;
}

/** The stylesheet without comments and spaces. Newer CSS stays as it is written. */
export function stylesheet(built) {
  return transformSync(built.style, { loader: "css", minify: true, legalComments: "none" }).code.trim();
}

/** The loader of the parts, which asks `crosswalk:files` for them. */
function loader(built) {
  const source = built.text("__wasm_split.js");
  const named = [...source.matchAll(FETCH)].map(([, name]) => name);
  if (new Set(named).size !== built.parts.length) fail(`the loader names ${named.length} of ${built.parts.length} parts`);
  return `import { load } from "crosswalk:files";\n${source.replace(FETCH, 'load("$1")')}`;
}
