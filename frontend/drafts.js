// What is typed into forms with data-draft-key stays in this browser until the server has it: a bad line loses nothing.
// A draft: { version the person saw, values, key of its sending, keys sent before without an answer, since when, whose }.
const PREFIX = "bezpiecznik:";

// A browser may refuse to keep anything (settings, no room): then drafts live as long as the page does.
const spare = new Map();
const trying = (act, otherwise) => {
  try {
    return act();
  } catch {
    return otherwise?.() ?? null;
  }
};
const memory = {
  get: (name) => trying(() => JSON.parse(localStorage.getItem(PREFIX + name))) ?? spare.get(name) ?? null,
  set: (name, draft) => trying(() => localStorage.setItem(PREFIX + name, JSON.stringify(draft)), () => spare.set(name, draft)),
  remove: (name) => (spare.delete(name), trying(() => localStorage.removeItem(PREFIX + name))),
};

// Not crypto.randomUUID: an office may run the server inside its walls without https.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const UNKEPT = new Set(["hidden", "file", "password", "submit"]);
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !UNKEPT.has(field.type));
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";

// The version that the page saw: a hidden field grows with each saving, the attribute is the one of a page just opened.
export const versionOf = (form) => form.elements.version?.value ?? form.dataset.version;

export const valuesOf = (form) =>
  Object.fromEntries(
    fieldsOf(form)
      .filter((field) => !isChoice(field) || field.checked)
      .map((field) => [field.name, field.value]),
  );

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export const isStored = (form, values) => same(valuesOf(form), { ...valuesOf(form), ...values });

// Somebody else at the same browser has drafts of their own: they wait for them.
export function draftOf(form) {
  const draft = memory.get(form.dataset.draftKey);
  return draft && (draft.of ?? form.dataset.draftOf) === form.dataset.draftOf ? draft : null;
}

export const forget = (form) => memory.remove(form.dataset.draftKey);
export const forgetNamed = (name) => memory.remove(name);
export const put = (form, draft) => memory.set(form.dataset.draftKey, draft);
export const formOf = (root, event) => [...root.querySelectorAll("form[data-draft-key]")].find((form) => PREFIX + form.dataset.draftKey === event.key);

// Words typed after a sending are another sending; the one without an answer is named, should it have arrived.
export function keep(form) {
  const known = draftOf(form) ?? { version: versionOf(form), after: [], at: Date.now(), of: form.dataset.draftOf };
  const lost = known.sent ? [...known.after, known.key].slice(-20) : known.after;
  const key = known.sent || !known.key ? newKey() : known.key;
  put(form, { ...known, after: lost, key, sent: false, blocked: false, values: valuesOf(form) });
}

export function fill(form, values) {
  while (Object.keys(values).some((name) => /^measure-\d+$/.test(name) && !form.elements[name]) && addRow(form));
  for (const field of fieldsOf(form)) {
    if (isChoice(field)) field.checked = field.value === values[field.name];
    else if (field.name in values) field.value = values[field.name];
  }
}

// One more row of numbers, like the last one and empty.
export function addRow(form) {
  const rows = [...form.querySelectorAll("[data-number-row]")];
  const last = rows.at(-1);
  if (!last) return null;
  const row = last.cloneNode(true);
  const renumbered = (text) => text.replace(/-\d+$/, `-${rows.length}`);
  for (const part of row.querySelectorAll("[id], [name], [for]")) {
    for (const name of ["id", "name", "for"]) if (part.hasAttribute(name)) part.setAttribute(name, renumbered(part.getAttribute(name)));
    part.removeAttribute("aria-invalid");
    part.removeAttribute("aria-describedby");
    if (part.tagName === "INPUT") part.value = "";
    if (part.tagName === "SELECT") part.selectedIndex = 0;
  }
  row.querySelectorAll("label .muted").forEach((hint) => hint.remove());
  last.after(row);
  return row;
}

export function tell(form, sentence) {
  const notice = form?.querySelector("[data-saved]");
  if (!notice || notice.textContent === sentence) return;
  notice.classList.remove("saved"); // the words of a thing done are green, these are not
  notice.textContent = sentence;
}

// Whether the page shows anything other than what the draft holds; a draft that the server has is forgotten.
export function restore(form) {
  const draft = draftOf(form);
  if (!draft) return false;
  if (isStored(form, draft.values)) {
    forget(form);
    return false;
  }
  fill(form, draft.values);
  tell(form, "Przywrócono treść, która nie została jeszcze zapisana na serwerze.");
  return true;
}

// Signing out empties this browser's memory: whoever has words there that the server does not know is asked first.
function askBeforeForgetting(event) {
  const form = event.target;
  if (!form.matches?.("[data-sign-out]")) return;
  const n = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX) && memory.get(name.slice(PREFIX.length))?.values).length;
  if (n) form.dataset.confirm = `W tej przeglądarce czeka treść, której serwer jeszcze nie ma (formularzy: ${n}). Wylogowanie ją usunie.`;
  else delete form.dataset.confirm;
  form.dataset.confirmAct = "Wyloguj i usuń";
}

export function keepDrafts(root) {
  root.addEventListener("submit", (event) => trying(() => askBeforeForgetting(event)), true);
  root.querySelectorAll("[data-forget-on-open]").forEach((place) => memory.remove(place.dataset.forgetOnOpen));
  root.querySelectorAll("form[data-draft-key]").forEach(restore);
  root.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft-key]");
    if (form) keep(form);
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-forget-draft]");
    if (link) memory.remove(link.dataset.forgetDraft);
    const more = event.target.closest("[data-add-row]");
    if (!more) return;
    event.preventDefault();
    addRow(more.form)?.querySelector("input").focus();
  });
}
