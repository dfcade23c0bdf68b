// The document beside the reading shows the place of the row that has the focus; a place that is clicked leads to its row.
const VIEW = "dokument-widok";

export function reviewDocument(root) {
  const views = root.querySelector("[data-view]");
  if (!views) return;
  const remembered = views.querySelector(`input[value="${localStorage.getItem(VIEW) === "tekst" ? "tekst" : "strona"}"]`);
  remembered.checked = true;
  reach(root, remembered.value);
  views.addEventListener("change", (event) => {
    if (event.target.name !== "widok") return;
    localStorage.setItem(VIEW, event.target.value);
    reach(root, event.target.value);
  });
  root.querySelector(".intake-pages").addEventListener("click", (event) => {
    const place = event.target.closest("rect");
    const row = place && root.getElementById(place.id.replace(/^na-/, "poz-"));
    row?.focus();
  });
}

// Only the pane that is seen is a stop on the way of the Tab key.
function reach(root, view) {
  root.querySelector(".intake-text").tabIndex = view === "tekst" ? 0 : -1;
}

export function followInDocument(root, row) {
  if (!root.querySelector(".intake-source")) return; // a review without a document beside it
  root.querySelectorAll(".intake-source .is-here").forEach((place) => place.classList.remove("is-here"));
  const line = row.querySelector('a[href^="#w"]')?.hash.slice(1);
  for (const place of [root.getElementById(row.id.replace(/^poz-/, "na-")), line && root.getElementById(line)]) {
    if (!place) continue;
    place.classList.add("is-here");
    show(place);
  }
}

// Only the pane scrolls, never the page.
function show(place) {
  const pane = place.closest(".intake-pages, .source");
  const [outer, inner] = [pane.getBoundingClientRect(), place.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) pane.scrollTop += inner.top - outer.top - outer.height / 4;
}
