// Outlives the WebAssembly instance: keeps the text of the plan that was last written for saving, and shows the crash page.
let plan = null;

export function remember(name, text) {
  plan = { name, text };
}

export function show(message) {
  if (document.getElementById("crash")) return;
  const page = document.createElement("main");
  page.id = "crash";
  page.className = "crash-page";
  const add = (tag, text, parent = page) => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  add("h1", "Crosswalk has stopped");
  add("p", plan
    ? "Something went wrong in the app. Your plan is not lost. Download its last saved version, then reload the page."
    : "Something went wrong in the app. Reload the page.");
  const actions = add("p", "");
  if (plan) {
    const link = add("a", "Download the plan", actions);
    link.className = "button";
    link.dataset.kind = "primary";
    link.download = plan.name;
    link.href = URL.createObjectURL(new Blob([plan.text], { type: "application/json" }));
  }
  const reload = add("button", "Reload the page", actions);
  reload.className = "button";
  reload.type = "button";
  reload.addEventListener("click", () => location.reload());
  const details = add("details", "");
  add("summary", "What happened", details);
  add("pre", message, details);
  document.body.replaceChildren(page);
  page.querySelector(".button")?.focus();
}

export function watch() {
  // A panic shows the page itself. A trap without a panic (stack, memory) arrives only here.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) show(String(event.error.stack ?? event.error));
  });
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof WebAssembly.RuntimeError) show(String(event.reason.stack ?? event.reason));
  });
}
