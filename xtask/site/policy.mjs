// The Content-Security-Policy of the shipped site.

/** The policy of the page in the repository, with what only the finished site can promise. */
export function sitePolicy(source, connections) {
  const directives = parse(source);
  directives.set("connect-src", connections);
  return trusted(directives);
}

/** The policy of the page that is one file: nothing is loaded, its own script and style are known by their hashes. */
export function filePolicy(source, { script, style }) {
  const directives = parse(source);
  directives.set("script-src", [`'${script}'`, "'wasm-unsafe-eval'"]);
  directives.set("style-src", [`'${style}'`]);
  directives.set("worker-src", ["blob:"]);
  directives.set("img-src", ["data:"]);
  directives.set("connect-src", ["'none'"]);
  directives.set("manifest-src", ["'none'"]);
  return trusted(directives);
}

function trusted(directives) {
  directives.set("require-trusted-types-for", ["'script'"]);
  directives.set("trusted-types", ["default"]);
  return [...directives].map(([name, values]) => [name, ...values].join(" ")).join("; ");
}

function parse(policy) {
  return new Map(
    policy.split(";").map((directive) => {
      const [name, ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}
