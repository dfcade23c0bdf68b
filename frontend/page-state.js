// One line that says where the words are: on the server, on the way, or in this browser.
const TROUBLES = {
  offline: ["Brak połączenia", "Brak połączenia. Treść czeka w tej przeglądarce i wyśle się sama."],
  session: ["Sesja wygasła", "Sesja wygasła. Zaloguj się w nowej karcie; treść jest zachowana w tej przeglądarce i wyśle się sama."],
  server: ["Serwer nie odpowiada", "Serwer nie odpowiada. Treść czeka w tej przeglądarce i wyśle się sama."],
};

export function entries(n) {
  const few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
  if (n === 1) return "1 wpis czeka";
  return few ? `${n} wpisy czekają` : `${n} wpisów czeka`;
}

const clock = (moment) => moment.toLocaleTimeString("pl-PL", { hour: "2-digit", minute: "2-digit" });

export class Line {
  constructor(place) {
    this.place = place;
    this.at = place?.dataset.savedAt ?? "";
    this.nothing = place?.textContent.trim() ?? "";
  }

  savedAt(moment) {
    this.at = clock(moment);
  }

  card(trouble) {
    return TROUBLES[trouble][1];
  }

  sentence({ sending, trouble, waiting, blocked }) {
    if (sending && !trouble) return "Wysyłam…";
    if (trouble && waiting) return `${TROUBLES[trouble][0]} – ${entries(waiting)} w tej przeglądarce`;
    if (trouble === "offline") return "Brak połączenia. Wszystko zapisano wcześniej; można pisać dalej.";
    if (waiting > blocked) return "Zapisuję…";
    if (blocked) return "Nie zapisano: popraw zaznaczone pola";
    return this.at ? `Zapisano ${this.at}` : this.nothing;
  }

  // Trouble is told to those who listen; the ordinary course of saving would only disturb them.
  show(state) {
    if (!this.place) return;
    const sentence = this.sentence(state);
    if (this.place.dataset.said === sentence) return;
    this.place.setAttribute("aria-live", state.trouble ? "polite" : "off");
    this.place.dataset.said = sentence;
    this.place.dataset.trouble = state.trouble;
    this.place.textContent = sentence;
    if (state.trouble === "session") this.place.append(" ", this.door());
  }

  door() {
    const link = document.createElement("a");
    link.href = `/konto/logowanie/`;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Zaloguj się (nowa karta)";
    return link;
  }
}
