// A form with data-confirm="sentence" asks in a dialog before it is sent.
export function askBeforeLoss(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    const dialog = question(root, form.dataset.confirm);
    const no = button(root, "Anuluj", "button");
    const yes = button(root, form.dataset.confirmAct || "Tak", "button button-danger");
    dialog.lastChild.append(no, yes);
    no.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    yes.addEventListener("click", () => {
      form.dataset.confirmed = "1";
      dialog.close();
      form.requestSubmit(event.submitter);
      delete form.dataset.confirmed;
    });
    root.body.append(dialog);
    dialog.showModal();
  });
}

function question(root, sentence) {
  const dialog = root.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "pytanie");
  const words = root.createElement("p");
  words.id = "pytanie";
  words.textContent = sentence;
  const acts = root.createElement("div");
  acts.className = "form-acts";
  dialog.append(words, acts);
  return dialog;
}

function button(root, words, className) {
  const made = root.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = words;
  return made;
}
