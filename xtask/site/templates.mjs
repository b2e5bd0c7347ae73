// The static HTML of the app. Leptos compiles each constant part of a view into one text, and creates its elements
// through innerHTML. The texts are constants of the WebAssembly modules, so they can be read there: every complete
// element in the data of a module is one. Texts are escaped, and attributes are quoted.

/** Elements without content and without an end tag. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const OPEN = /<([a-z][a-z0-9-]*)((?: [^\s"'<>=/]+(?:="[^"<>]*")?)*)>/y;
const TEXT = /[^<]*/y;
const CLOSE = /<\/([a-z][a-z0-9-]*)>/y;
/** Rust puts such a byte where a written document gets a value: that is no template of a view. */
const BETWEEN = /[\x00-\x09\x0b-\x1f\xc0-\xc1\xf5-\xff]/;

/** The HTML templates in the data of WebAssembly modules, each once and in order. */
export function templates(modules) {
  const found = new Set();
  for (const module of modules) {
    for (const data of dataSections(module)) {
      // One character for each byte, so that positions are those of the bytes.
      const text = data.toString("latin1");
      for (let at = text.indexOf("<"); at !== -1; ) {
        const end = elementEnd(text, at);
        if (end !== null && !BETWEEN.test(text.slice(at, end))) found.add(data.subarray(at, end).toString("utf8"));
        at = text.indexOf("<", end ?? at + 1);
      }
    }
  }
  return [...found].sort();
}

/** Where the element that begins here ends, or null if this is not an element. */
function elementEnd(text, start) {
  const open = [];
  let at = start;
  for (;;) {
    const tag = match(OPEN, text, at);
    if (tag) {
      at += tag[0].length;
      if (!VOID.has(tag[1])) open.push(tag[1]);
    } else {
      const close = match(CLOSE, text, at);
      if (!close || close[1] !== open.pop()) return null;
      at += close[0].length;
    }
    if (open.length === 0) return at;
    at += match(TEXT, text, at)[0].length;
  }
}

function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The data sections of a module (WebAssembly core specification, 5.5.14: id 11). */
function dataSections(module) {
  const sections = [];
  for (let at = 8; at < module.length; ) {
    const id = module[at];
    const [size, length] = number(module, at + 1);
    const start = at + 1 + length;
    if (id === 11) sections.push(module.subarray(start, start + size));
    at = start + size;
  }
  return sections;
}

/** An unsigned number in LEB128, and how many bytes it takes. */
function number(bytes, at) {
  let value = 0;
  for (let index = 0; ; index += 1) {
    value += (bytes[at + index] & 0x7f) * 2 ** (7 * index);
    if (bytes[at + index] < 0x80) return [value, index + 1];
  }
}
