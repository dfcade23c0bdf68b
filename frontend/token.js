// The address of the page itself: what it says may stand under the address of a form sent with a mistake in it.
export const ownAddress = (root) => root.querySelector("[data-page]")?.dataset.page ?? location.pathname;

export const ledElsewhere = (answer, address) => answer.redirected && new URL(answer.url).pathname !== address;

const personOf = (page) => page.querySelector("[data-draft-of]")?.dataset.draftOf;

// A page left open learns the token of the new session from itself. True: taken over; false: the same person is not
// signed in; null: the server could not be asked.
export async function renewToken(root) {
  const address = ownAddress(root);
  try {
    const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (ledElsewhere(answer, address)) return false;
    if (!answer.ok) return answer.status < 500 ? false : null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (personOf(page) !== personOf(root)) return false;
    take(root, page.body.getAttribute("hx-headers"));
    return true;
  } catch {
    return null;
  }
}

function take(root, headers) {
  const token = JSON.parse(headers)["X-CSRFToken"];
  root.body.setAttribute("hx-headers", headers);
  root.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((field) => (field.value = token));
}
