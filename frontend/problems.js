// What is wrong stands beside the fields and in one list; each sentence leads into its field.
export function gatherProblems(root) {
  root.addEventListener("htmx:afterSettle", () => gather(root));
  root.addEventListener("click", (event) => {
    const link = event.target.closest("#braki a, #postep a, .entry-state .field-error a, .skip-card");
    const place = link && root.getElementById(link.hash.slice(1));
    if (place) setTimeout(() => enter(place));
  });
}

function gather(root) {
  root.querySelectorAll(".entry [aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  const list = root.querySelector("[data-wrong]");
  const found = [...root.querySelectorAll(".entry-state [data-problem]")];
  found.forEach((item) => mark(root, item));
  if (!list) return;
  list.hidden = found.length === 0;
  list.querySelector("ul").replaceChildren(...found.map((item) => copied(root, item)));
  const good = root.querySelector("[data-all-good]");
  if (good) good.hidden = found.length > 0;
}

function mark(root, item) {
  const field = root.getElementById(item.querySelector("a").hash.slice(1));
  if (!field || field.matches("article")) return;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", item.id);
}

function copied(root, item) {
  const copy = root.createElement("li");
  const link = item.querySelector("a").cloneNode(true);
  link.textContent = `${item.dataset.problem}: ${link.textContent}`;
  copy.append(link);
  return copy;
}

function enter(place) {
  place.closest("details")?.setAttribute("open", "");
  if (place.matches("details")) place.open = true;
  const field = place.matches("input, textarea, select") ? place : place.querySelector("input:checked, input:not([type=hidden]), textarea, select");
  (field ?? place).focus();
}
