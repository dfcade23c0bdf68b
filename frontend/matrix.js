// In a matrix whose cells may be ticked: how many are, and one press for all that are shown.
export function tickMatrix(root) {
  const matrix = root.querySelector("[data-matrix]");
  const acts = root.querySelector("[data-chosen-acts]");
  if (!matrix || !acts) return;
  const boxes = () => [...matrix.querySelectorAll("input[type=checkbox][name=packet]")];
  const words = acts.querySelector("[data-chosen]");
  const all = root.createElement("button");
  all.type = "button";
  all.className = "button button-small";
  const tell = () => {
    const n = boxes().filter((box) => box.checked).length;
    words.textContent = `Zaznaczone: ${n}`;
    all.textContent = n ? "Odznacz" : "Zaznacz wszystkie";
  };
  all.addEventListener("click", () => {
    const on = !boxes().some((box) => box.checked);
    boxes().forEach((box) => (box.checked = on));
    tell();
  });
  matrix.addEventListener("change", tell);
  words.after(all);
  tell();
}
