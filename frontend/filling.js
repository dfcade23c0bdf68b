// A link that puts words into a field of the same page, so that nothing typed is lost on the way. Without this file the
// link opens the page anew with the words in place.
export function fillFields(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-fill]");
    const field = link && root.getElementById(link.dataset.fill);
    if (!field || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const folded = field.closest("details");
    if (folded) folded.open = true;
    if (!field.value.trim()) field.value = link.dataset.words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}
