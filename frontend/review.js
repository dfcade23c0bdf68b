// Keys of a review (of a reading, of a report): J and K walk the rows, other letters press what stands in the row. They work only while a row
// has the focus (WCAG 2.1.4), and never while somebody types. Everything they do, a link or a button does too.
import { followInDocument } from "./review-document.js";

const WHERE = "przeglad-pozycja";

export function reviewKeys(root) {
  const list = root.querySelector("[data-review]");
  if (!list) return;
  const rows = [...list.querySelectorAll(".intake-row")];
  rows.forEach((row, place) => (row.tabIndex = place ? -1 : 0));
  list.addEventListener("focusin", (event) => {
    const here = event.target.closest(".intake-row");
    if (!here) return;
    rows.forEach((row) => (row.tabIndex = row === here ? 0 : -1));
    followInDocument(root, here);
  });
  list.addEventListener("keydown", (event) => {
    const row = event.target.closest(".intake-row");
    if (!row || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (press(root, rows, row, event)) event.preventDefault();
  });
  // The browser itself focuses the row that the address names, until the page is there: then it is our turn.
  addEventListener("load", () => setTimeout(() => begin(root, rows)));
}

function isTyping(target) {
  return target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}

function press(root, rows, row, event) {
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") return walk(rows, row, key === "j" ? 1 : -1);
  if (key === "enter") return event.target === row && go(row, "e");
  if (["e", "x", "m"].includes(key)) return go(row, key);
  if (key === "a") return send(root.querySelector("form[data-key-accept]"), row);
  if (key === "u") return send(root.querySelector("form[data-key-undo]"), row);
  return key === "?" && help(root, row);
}

function walk(rows, row, step) {
  rows[rows.indexOf(row) + step]?.focus();
  return true;
}

function go(row, key) {
  const link = row.querySelector(`[data-key="${key}"]`);
  if (!link) return false;
  sessionStorage.setItem(WHERE, row.id);
  link.click();
  return true;
}

function send(form, row) {
  if (!form) return false;
  sessionStorage.setItem(WHERE, row.id);
  form.requestSubmit();
  return true;
}

function help(root, row) {
  const dialog = root.querySelector("[data-key-help]");
  dialog.addEventListener("close", () => row.focus(), { once: true });
  dialog.showModal();
  return true;
}

// Whoever came here by a key goes on from the same row; a row opened for mending gets the cursor in its first field.
function begin(root, rows) {
  const last = sessionStorage.getItem(WHERE);
  sessionStorage.removeItem(WHERE);
  const named = rows.find((row) => `#${row.id}` === location.hash);
  const field = named?.querySelector("form [name]:not([type=hidden])");
  if (field) return field.focus();
  if (last || named) (named || rows.find((row) => row.id === last) || rows[0])?.focus();
}
