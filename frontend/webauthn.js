// Forms with data-webauthn="create" or "get": the browser asks for a key and the form is sent with its answer.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const named = (credentials) => credentials?.map((one) => ({ ...one, id: bytes(one.id) }));

const asked = {
  create: (options) =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: named(options.excludeCredentials),
      },
    }),
  get: (options) =>
    navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) },
    }),
};

function answered(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(parts.filter((part) => response[part]).map((part) => [part, text(response[part])])),
  };
}

const SENTENCES = {
  NotAllowedError: "Nie potwierdzono kluczem: minął czas albo przerwano. Spróbuj jeszcze raz.",
  InvalidStateError: "Ten klucz jest już dodany do konta.",
  SecurityError: "Klucz działa tylko pod właściwym adresem strony (https).",
};

async function askForKey(form) {
  const says = form.querySelector("[data-webauthn-says]");
  says.textContent = "Potwierdź kluczem w oknie przeglądarki…";
  try {
    const { publicKey } = JSON.parse(form.querySelector("#webauthn-options").textContent);
    form.elements.credential.value = JSON.stringify(answered(await asked[form.dataset.webauthn](publicKey)));
    form.submit();
  } catch (problem) {
    says.textContent = SENTENCES[problem.name] ?? "Ta przeglądarka nie obsługuje kluczy. Użyj aplikacji z kodami.";
  }
}

document.querySelectorAll("form[data-webauthn]").forEach((form) =>
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askForKey(form);
  }),
);
