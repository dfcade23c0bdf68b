import { tell } from "./drafts.js";
import { ledElsewhere, ownAddress } from "./token.js";

// Forms with data-send-once leave the page: only when everything typed is on the server, and once, however often one
// clicks. The key in the form makes a second copy on the way harmless too.
const OFFLINE = "Brak połączenia. Niczego nie wysłano; treść i podpis czekają w tej przeglądarce. Spróbuj, gdy połączenie wróci.";
const UNSAVED = "Nie wysłano: część wpisów nie jest jeszcze zapisana. Zobacz listę i stan zapisu u góry strony.";
const SIGNED_OUT = "Sesja wygasła. Zaloguj się w nowej karcie i wyślij jeszcze raz; treść jest zachowana w tej przeglądarce.";

export function sendOnce(root, autosave) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-send-once]") || event.defaultPrevented) return;
    event.preventDefault();
    if (!form.dataset.sending) send(root, form, autosave);
  });
  window.addEventListener("pageshow", () => enable(root));
}

async function send(root, form, autosave) {
  disable(root, form);
  say(form, "Wysyłam…");
  const obstacle = await obstacleTo(root, autosave);
  if (obstacle) {
    enable(root);
    return say(form, obstacle);
  }
  form.dispatchEvent(new CustomEvent("bezpiecznik:sent", { bubbles: true }));
  return form.submit();
}

async function obstacleTo(root, autosave) {
  const address = ownAddress(root);
  if (autosave && !(await autosave.flush())) return autosave.trouble === "offline" ? OFFLINE : UNSAVED;
  try {
    const answer = await fetch(address, { method: "HEAD", credentials: "same-origin" });
    return ledElsewhere(answer, address) ? SIGNED_OUT : "";
  } catch {
    return OFFLINE;
  }
}

function say(form, sentence) {
  if (!form.querySelector("[data-saved]")) {
    const place = document.createElement("p");
    place.dataset.saved = "";
    place.setAttribute("role", "status");
    form.append(place);
  }
  tell(form, sentence);
}

const buttons = (root) => root.querySelectorAll("form[data-send-once] button[type=submit]");

function disable(root, form) {
  form.dataset.sending = "1";
  buttons(root).forEach((button) => (button.disabled = true));
}

function enable(root) {
  root.querySelectorAll("form[data-send-once]").forEach((form) => delete form.dataset.sending);
  buttons(root).forEach((button) => (button.disabled = false));
}
