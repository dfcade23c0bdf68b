// A form with data-confirm="sentence" asks in a dialog before it is sent.
export function askBeforeLoss(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    const dialog = root.createElement("dialog");
    const sentence = root.createElement("p");
    sentence.textContent = form.dataset.confirm;
    const acts = root.createElement("div");
    acts.className = "form-acts";
    const yes = button(root, form.dataset.confirmAct || "Tak", "button button-danger");
    const no = button(root, "Anuluj", "button");
    acts.append(no, yes);
    dialog.append(sentence, acts);
    root.body.append(dialog);
    no.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    yes.addEventListener("click", () => {
      form.dataset.confirmed = "1";
      dialog.close();
      form.requestSubmit(event.submitter);
    });
    dialog.showModal();
  });
}

function button(root, words, className) {
  const made = root.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = words;
  return made;
}
