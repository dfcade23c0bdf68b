// Forms with data-warn: leaving the page with something typed and not sent asks first.
export function warnOfUnsavedWork(root) {
  const dirty = new Set();
  root.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-warn]");
    if (form) dirty.add(form);
  });
  // A form sent by HTMX or asked about first stays unsaved until it has gone.
  root.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) dirty.delete(event.target);
  });
  root.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form");
    if (event.detail.successful && !form?.querySelector("[data-unsaved]")) dirty.delete(form);
  });
  root.addEventListener("bezpiecznik:sent", (event) => dirty.delete(event.target));
  window.addEventListener("beforeunload", (event) => {
    if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
  });
}
