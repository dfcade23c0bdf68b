// Ctrl K puts the cursor in the page's search.
export function shortcuts(root) {
  root.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    const search = root.querySelector("input[type=search], form[role=search] input:not([type=hidden])");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}
