// Forms with data-draft-key keep what is typed in this browser until the server has it: a bad line loses nothing.
// A page sent without HTMX comes back with a newer version when the server has it, and the draft is forgotten then.
const PREFIX = "bezpiecznik:";

// A browser may refuse to keep anything (settings, no room): then the page works without drafts.
const memory = {
  get: (key) => trying(() => JSON.parse(localStorage.getItem(PREFIX + key))),
  set: (key, draft) => trying(() => localStorage.setItem(PREFIX + key, JSON.stringify(draft))),
  remove: (key) => trying(() => localStorage.removeItem(PREFIX + key)),
};

function trying(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

const typed = (form) =>
  [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "file" && field.type !== "password");

// The version that the page saw: a hidden field grows with each saving, the attribute is the one of a page just opened.
const versionOf = (form) => form.elements.version?.value ?? form.dataset.version;

const isChoice = (field) => field.type === "radio" || field.type === "checkbox";

function keep(form) {
  const values = Object.fromEntries(
    typed(form)
      .filter((field) => !isChoice(field) || field.checked)
      .map((field) => [field.name, field.value]),
  );
  memory.set(form.dataset.draftKey, { version: versionOf(form), values });
}

const isStored = (form, values) =>
  typed(form).every((field) => {
    const same = field.value === values[field.name];
    return !(field.name in values) || (isChoice(field) ? field.checked === same : same);
  });

const forget = (form) => memory.remove(form.dataset.draftKey);

function restore(form) {
  const stored = memory.get(form.dataset.draftKey);
  if (!stored) return;
  const { version, values } = stored;
  if (version !== versionOf(form) || isStored(form, values)) return forget(form);
  for (const field of typed(form)) {
    if (!(field.name in values)) continue;
    if (isChoice(field)) field.checked = field.value === values[field.name];
    else field.value = values[field.name];
  }
  tell(form, "Przywrócono treść, która nie została jeszcze zapisana na serwerze.");
}

function tell(form, sentence) {
  const notice = form?.querySelector("[data-saved]");
  if (notice) notice.textContent = sentence;
}

export function keepDrafts(root) {
  root.querySelectorAll("form[data-draft-key]").forEach(restore);
  root.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft-key]");
    if (form) keep(form);
  });
  root.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form[data-draft-key]");
    if (form && event.detail.successful && !form.querySelector("[data-unsaved]")) forget(form);
  });
  // An answer from another address is a sign-in page: it must not stand where the words are.
  root.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    const form = event.target.closest("form[data-draft-key]");
    if (!form || !xhr.responseURL || new URL(xhr.responseURL).pathname === new URL(requestConfig.path, location.href).pathname) return;
    event.detail.shouldSwap = false;
    event.detail.isError = true;
    tell(form, "Sesja wygasła. Zaloguj się w nowej karcie; treść jest zachowana w tej przeglądarce.");
  });
  // Whoever has signed in again in another tab has a new token there: this page must be opened anew.
  root.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status < 400) return; // the sign-in page, told of above
    tell(event.target.closest("form"), "Serwer nie zapisał treści. Jest zachowana w tej przeglądarce: odśwież stronę.");
  });
  root.addEventListener("htmx:sendError", (event) => {
    tell(event.target.closest("form"), "Brak połączenia. Treść jest zachowana w tej przeglądarce i zapisze się po następnej zmianie.");
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-forget-draft]");
    if (link) memory.remove(link.dataset.forgetDraft);
  });
}
