// Outlives the WebAssembly instance: keeps the last text of the plan, and shows the crash page after a trap.
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
  add("p", "Something went wrong inside the app. Your plan is not lost: keep it as a file, then load the page again.");
  const actions = add("p", "");
  if (plan) {
    const link = add("a", "Download the plan", actions);
    link.className = "button";
    link.dataset.kind = "primary";
    link.download = plan.name;
    link.href = URL.createObjectURL(new Blob([plan.text], { type: "application/json" }));
  }
  const reload = add("button", "Load the page again", actions);
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
  // A panic has shown the page already; a trap without one (stack, memory) arrives here alone.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) show(String(event.error.stack ?? event.error));
  });
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof WebAssembly.RuntimeError) show(String(event.reason.stack ?? event.reason));
  });
}
