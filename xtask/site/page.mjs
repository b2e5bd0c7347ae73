// The finished page, made from the page in the repository.
import { fail } from "./built.mjs";

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)/;

/** The page that loads its files. Each is named with its hash, so that the browser refuses a changed one. */
export function sitePage(source, { style, script, main, workers, worksOffline, policy }) {
  const attributes = ({ url, integrity }) => `href="./${url}" integrity="${integrity}"`;
  const head = [
    ...(worksOffline ? [`<meta name="service-worker" content="./sw.js">`] : []),
    `<link rel="stylesheet" ${attributes(style)}>`,
    // The module arrives while the script is read. The script checks its hash: browsers do not check one here.
    `<link rel="preload" as="fetch" crossorigin href="./${main.url}">`,
    `<script type="module" src="./${script.url}" integrity="${script.integrity}"></script>`,
  ];
  const page = workers.reduce((page, { name, url }) => renamed(page, name, `./${url}`), bare(source));
  return withPolicy(page, policy).replace("</head>", () => `  ${head.join("\n    ")}\n  </head>`);
}

/** The page that is one file. */
export function filePage(source, { style, script, blocks, policy }) {
  const data = blocks.map(({ name, text }) => `<script type="text/plain" id="${name}">${text}</script>`);
  const alone = bare(source).replace(/<link rel="(?:icon|manifest)"[^>]*>/g, "");
  const page = withPolicy(alone, policy).replace("</head>", () => `  <style>${style}</style>\n  </head>`);
  return page.replace("</body>", () => `${data.join("\n")}\n<script type="module">${script}</script>\n  </body>`);
}

/** The page without its stylesheets and comments. */
function bare(source) {
  return source.replace(/<!--[\s\S]*?-->/g, "").replace(/<link rel="stylesheet"[^>]*>/g, "").replace(/^\s*\n/gm, "");
}

function renamed(page, worker, url) {
  const meta = new RegExp(`(<meta name="${worker}" content=")[^"]*`);
  if (!meta.test(page)) fail(`the page does not name ${worker}`);
  return page.replace(meta, (_, start) => start + url);
}

function withPolicy(page, policy) {
  if (!POLICY.test(page)) fail("the page has no policy");
  return page.replace(POLICY, (_, start, source, end) => start + policy(source) + end);
}

/** The policy of a finished page. */
export function policyOf(page) {
  return POLICY.exec(page)?.[2] ?? fail("the page has no policy");
}
