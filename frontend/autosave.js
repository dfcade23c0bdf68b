import { draftOf, fill, forget, formOf, isStored, keep, put, tell, valuesOf, versionOf } from "./drafts.js";
import { Line } from "./page-state.js";
import { renewToken } from "./token.js";

// Forms with data-autosave are sent as one types, one after another, the longest waiting first. What could not be sent
// waits in this browser and goes when the line is back, when the person has signed in again, or when the page is opened.
const PAUSE = 1500;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;
const LONGEST_ANSWER = 25000; // more than hx-request's timeout on the forms
const channel = "BroadcastChannel" in window ? new BroadcastChannel("bezpiecznik") : null;

export class Autosave {
  constructor(root) {
    this.root = root;
    this.line = new Line(root.querySelector("[data-page-state]"));
    this.due = new Map();
    this.sending = null;
    this.trouble = "";
    this.failures = 0;
  }

  get forms() {
    return [...this.root.querySelectorAll("form[data-autosave]")];
  }

  get waiting() {
    const found = this.forms.map((form) => ({ form, draft: draftOf(form) })).filter(({ draft }) => draft);
    return found.sort((one, other) => one.draft.at - other.draft.at);
  }

  get ready() {
    return this.waiting.filter(({ draft }) => !draft.blocked);
  }

  start() {
    const { root } = this;
    root.addEventListener("input", (event) => this.later(event.target.closest("form[data-autosave]")));
    root.addEventListener("submit", (event) => this.onSubmit(event));
    root.addEventListener("htmx:configRequest", (event) => this.onRequest(event));
    root.addEventListener("htmx:beforeSwap", (event) => this.onAnswer(event));
    root.addEventListener("htmx:afterRequest", (event) => this.onOver(event));
    window.addEventListener("online", () => this.again());
    window.addEventListener("offline", () => this.stop("offline"));
    window.addEventListener("focus", () => this.trouble && this.again());
    window.addEventListener("storage", (event) => this.onOtherTab(event));
    root.addEventListener("visibilitychange", () => root.hidden && this.again());
    channel?.addEventListener("message", ({ data }) => this.onSavedElsewhere(data));
    // HTMX knows the forms once the page is loaded; what waited from before goes then.
    if (root.readyState === "complete") this.again();
    else window.addEventListener("load", () => this.again());
    this.show();
  }

  // --- when to send ---

  later(form) {
    if (!form) return;
    this.due.set(form, Date.now() + PAUSE);
    setTimeout(() => this.next(), PAUSE + 10);
    this.show();
  }

  again() {
    this.due.clear();
    this.failures = 0;
    clearTimeout(this.retry);
    this.retry = null;
    this.next();
  }

  next() {
    if (this.sending || this.retry) return this.show();
    const now = Date.now();
    const found = this.ready.find(({ form }) => (this.due.get(form) ?? 0) <= now);
    if (found) this.send(found.form, found.draft);
    else this.show();
  }

  send(form, draft) {
    this.sending = { form, key: draft.key, values: draft.values };
    put(form, { ...draft, sent: true });
    this.show();
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.sending && this.stop("offline"), LONGEST_ANSWER);
    window.htmx.trigger(form, "autosave");
  }

  stop(trouble) {
    this.sending = null;
    this.trouble = trouble;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures++);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.retry = null;
      this.next();
    }, wait);
    this.waiting.forEach(({ form }) => tell(form, this.line.card(trouble)));
    this.show();
  }

  onSubmit(event) {
    const form = event.target.closest("form[data-autosave]");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    keep(form);
    this.again();
  }

  // --- what goes and what comes back ---

  onRequest(event) {
    const form = event.target.closest("form[data-draft-key]");
    const draft = form && draftOf(form);
    if (!draft) return;
    Object.assign(event.detail.parameters, { key: draft.key, after: draft.after.join(" "), version: draft.version });
  }

  // An answer from another address is a sign-in page: it must not stand where the words are.
  onAnswer(event) {
    const { xhr, requestConfig } = event.detail;
    if (!this.isOurs(event) || !xhr.responseURL) return;
    if (new URL(xhr.responseURL).pathname === new URL(requestConfig.path, location.href).pathname) return;
    event.detail.shouldSwap = false;
    event.detail.isError = true;
    event.detail.elsewhere = true;
    xhr.elsewhere = true;
  }

  isOurs(event) {
    return event.target.closest?.("form[data-draft-key]") || event.detail.requestConfig?.elt?.closest?.("form[data-draft-key]");
  }

  async onOver(event) {
    const form = event.detail.requestConfig?.elt?.closest("form[data-draft-key]") ?? this.isOurs(event);
    if (!form) return;
    const { xhr, successful } = event.detail;
    if (xhr.elsewhere) return this.stop("session");
    if (successful) return this.onSaved(form);
    if (xhr.status === 403) return this.onStale(form);
    if (xhr.status && xhr.status < 500 && xhr.status !== 429) return this.onRefused(form);
    return this.stop(xhr.status ? "server" : "offline");
  }

  // Whoever has signed in again in another tab has a new token there: this page takes it over and sends once more.
  async onStale() {
    const signedIn = await renewToken(this.root);
    if (signedIn === true && this.failures === 0) {
      this.failures = 1;
      this.sending = null;
      return this.next();
    }
    return this.stop(signedIn === false ? "session" : signedIn === true ? "server" : "offline");
  }

  onRefused(form) {
    const draft = draftOf(form);
    if (draft) put(form, { ...draft, blocked: true });
    this.over();
    tell(form, "Serwer nie zapisał treści. Jest zachowana w tej przeglądarce: odśwież stronę.");
  }

  onSaved(form) {
    const sent = this.sending?.form === form ? this.sending : null;
    const card = this.root.querySelector(`form[data-draft-key="${form.dataset.draftKey}"]`);
    const draft = card && draftOf(card);
    if (card?.matches("[data-conflict]")) this.onConflict(card, draft, sent);
    else if (card?.querySelector("[data-unsaved]")) put(card, { ...draft, blocked: draft.key === sent?.key });
    else if (card) this.onAccepted(card, draft, sent);
    this.over();
  }

  onConflict(card, draft, sent) {
    if (draft && draft.key !== sent?.key) fill(card, draft.values);
  }

  onAccepted(card, draft, sent) {
    this.line.savedAt(new Date());
    if (sent && draft && draft.key !== sent.key) put(card, { ...draft, version: versionOf(card), after: [] });
    else forget(card);
    channel?.postMessage({ name: card.dataset.draftKey, version: versionOf(card), values: sent?.values ?? valuesOf(card) });
  }

  over() {
    this.sending = null;
    this.trouble = "";
    this.failures = 0;
    clearTimeout(this.retry);
    this.retry = null;
    this.next();
  }

  // --- the same report open in two tabs ---

  onOtherTab(event) {
    const form = event.newValue && formOf(this.root, event);
    if (!form || form.matches("[data-conflict]")) return;
    const draft = draftOf(form);
    if (draft && !form.contains(this.root.activeElement) && !isStored(form, draft.values)) fill(form, draft.values);
    if (draft) this.due.set(form, Date.now() + 4 * PAUSE);
  }

  onSavedElsewhere({ name, version, values }) {
    const form = this.forms.find((one) => one.dataset.draftKey === name);
    if (!form || Number(version) <= Number(versionOf(form))) return;
    const draft = draftOf(form);
    if (!draft && !form.contains(this.root.activeElement)) fill(form, values);
    if (!draft && !isStored(form, values)) return;
    form.elements.version.value = version;
    tell(form, "Zapisano w innej karcie.");
    this.show();
  }

  show() {
    this.line.show({ sending: Boolean(this.sending), trouble: this.trouble, waiting: this.waiting.length, blocked: this.waiting.length - this.ready.length });
  }

  // Everything typed is on the server: resolves to whether it is.
  async flush() {
    this.again();
    for (let tries = 0; tries < 200 && (this.sending || this.ready.some(() => !this.trouble)); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return this.waiting.length === 0;
  }
}
