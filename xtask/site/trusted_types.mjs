// Trusted Types: what the page may turn into elements and scripts. A browser without them ignores it.

/** A script that lets in exactly these HTML templates, and the scripts that a list or a condition allows. */
export function policy(templates, isOurs) {
  return `
    const TEMPLATES = new Set(${JSON.stringify(templates)});
    globalThis.trustedTypes?.createPolicy("default", {
      createHTML: (html) => TEMPLATES.has(html) ? html : null,
      createScriptURL: (url) => (${isOurs})(url) ? url : null,
    });
  `;
}
