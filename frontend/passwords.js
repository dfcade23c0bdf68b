// Beside fields with data-show-password: a button that shows what is typed, to check it before it is sent.
export function showPasswords(root) {
  root.querySelectorAll("input[data-show-password]").forEach((field) => field.after(shower(root, field)));
}

function shower(root, field) {
  const button = root.createElement("button");
  button.type = "button";
  button.className = "button-link show-password";
  button.setAttribute("aria-controls", field.id);
  const tell = () => {
    const shown = field.type === "text";
    button.textContent = shown ? "Ukryj hasło" : "Pokaż hasło";
    button.setAttribute("aria-pressed", String(shown));
  };
  button.addEventListener("click", () => {
    field.type = field.type === "text" ? "password" : "text";
    tell();
    field.focus();
  });
  field.form?.addEventListener("submit", () => (field.type = "password"));
  tell();
  return button;
}
