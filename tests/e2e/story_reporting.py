"""One period of reports: opened, filled in, signed, returned, corrected, accepted, closed."""

import re

from e2e.visitor import Visitor
from playwright.sync_api import Locator

PATROLS = "Skierowano 214 dodatkowych patroli w miejsca wskazane przez mieszkańców."
MEETINGS = "Spotkania z mieszkańcami odbyły się w każdej dzielnicy."
REASON = "Zadanie przejęła w tym roku inna jednostka."
REMARK = "Proszę podać, ile godzin trwały patrole."
NOTE = "Brakuje godzin patroli."
HOURS = "Patrole trwały łącznie 1 712,5 godziny."


def plan_and_open_a_period(anna: Visitor, *, year: int) -> None:
    anna.follow("Sprawozdania")
    anna.look("droga-10-okresy-pusto")
    anna.follow("Zaplanuj okres")
    anna.page.get_by_label("Rok", exact=True).fill(str(year))
    anna.page.get_by_label("Część roku").select_option(label="cały rok")
    today = anna.page.evaluate("new Date().toLocaleDateString('sv')")
    anna.page.get_by_label("Otwarcie").fill(today)
    anna.page.get_by_label("Termin składania").fill(today)
    anna.page.get_by_label("Liczone jako w terminie do").fill("")
    anna.page.get_by_label("Blokada od").fill("")
    anna.look("droga-11-nowy-okres")
    anna.press("Zaplanuj okres")
    anna.follow(f"Otwórz okres {year}")
    anna.look("droga-12-otwarcie")
    anna.press("Otwórz okres")
    anna.page.wait_for_url("**/praca/sprawozdania/okres/*/macierz/", timeout=60_000)
    anna.look("droga-13-macierz")


def cards(visitor: Visitor) -> Locator:
    return visitor.page.locator("article.entry")


def type_three_entries(jan: Visitor) -> None:
    """By the keyboard; each is saved without pressing anything."""
    fact, other, nothing = (cards(jan).nth(place) for place in range(3))
    _type(fact, "zrealizowano", "Co zrobiono", PATROLS)
    _type(other, "w toku, działanie ciągłe", "Co zrobiono", MEETINGS)
    _type(nothing, "nic nie zrobiono", "Powód", REASON)
    jan.sees(re.compile(r"^3 z \d+ gotowe$"))


def _type(card: Locator, outcome: str, field: str, words: str) -> None:
    card.get_by_label(outcome, exact=True).focus()
    card.page.keyboard.press("Space")
    card.get_by_label(re.compile(f"^{field}")).focus()
    card.page.keyboard.type(words)
    card.get_by_text("gotowe", exact=True).wait_for()
    card.get_by_text(re.compile(r"^Zapisano \d\d:\d\d")).wait_for()


def find_them_again_after_reload(jan: Visitor) -> None:
    jan.page.reload()
    first, _second, third = (cards(jan).nth(place) for place in range(3))
    assert first.get_by_label("Co zrobiono").input_value() == PATROLS
    assert third.get_by_label(re.compile("^Powód")).input_value() == REASON


def describe_the_rest(jan: Visitor) -> int:
    """By plain posts of the same forms, as a browser without scripts sends them; how many entries there are."""
    forms = (
        cards(jan)
        .locator("form")
        .evaluate_all("forms => forms.map(form => [form.action, Object.fromEntries(new FormData(form))])")
    )
    for address, fields in forms[3:]:
        answer = jan.page.request.post(
            address, form={**fields, "outcome": "ongoing", "text": "Patrole i spotkania."}, max_redirects=0
        )
        assert answer.status == 302, address
    jan.page.reload()
    jan.sees(f"{len(forms)} z {len(forms)} gotowe")
    return len(forms)


def hand_over(jan: Visitor) -> None:
    jan.press("Przekaż kierownikowi do podpisu")
    jan.sees("Czeka na podpis kierownika")


def sign(maria: Visitor, *, picture: str = "") -> None:
    maria.open("/praca/")
    maria.follow("Przeczytaj i podpisz")
    maria.sees(PATROLS)
    if picture:
        maria.look(picture)
    maria.press("Podpisz i złóż")
    maria.sees("Podpisano i złożono sprawozdanie.")


def return_with_a_remark(anna: Visitor) -> None:
    anna.open("/praca/")
    anna.look("droga-18-pulpit-do-przyjecia")
    anna.follow("Przejdź do kolejki")
    anna.look("droga-19-kolejka")
    anna.follow("Przeglądaj po kolei")
    anna.sees(PATROLS)
    anna.look("droga-20-przeglad")
    anna.page.get_by_text("Uwaga do pola albo do całego wpisu").first.click()
    anna.page.locator(".remark-fields input").first.fill(REMARK)
    anna.page.get_by_label("Uwaga", exact=True).fill(NOTE)
    anna.press("Zwróć do poprawy")
    anna.sees("Zwrócono do poprawy: ")


def correct(jan: Visitor) -> None:
    jan.open("/praca/")
    jan.follow("Otwórz sprawozdanie")
    jan.sees(NOTE)
    remarked = cards(jan).filter(has_text=REMARK)
    assert remarked.count() == 1
    jan.look("droga-21-do-poprawy")
    words = remarked.get_by_label("Co zrobiono")
    words.focus()
    jan.page.keyboard.press("Control+End")
    jan.page.keyboard.type(f" {HOURS}")
    with jan.page.expect_response(re.compile("/wpis/")):
        pass
    jan.page.reload()
    assert words.input_value() == f"{PATROLS} {HOURS}"


def accept(anna: Visitor) -> None:
    anna.open("/praca/")
    anna.follow("Przejdź do kolejki")
    anna.follow("Przeglądaj po kolei")
    anna.sees(HOURS)
    anna.press("Przyjmij")
    anna.sees("Przyjęto sprawozdanie: ")


def close_the_period(anna: Visitor) -> None:
    """Though most have sent nothing: the page says who, and that they go in as silent."""
    anna.follow("Sprawozdania")
    anna.follow("Zamknij okres 2021")
    anna.sees("Nie złożyli sprawozdania")
    silent = anna.page.get_by_role("region", name="Nie złożyli sprawozdania").get_by_role("link").all_inner_texts()
    assert "Komenda Straży Miejskiej w Kielcach" in silent
    assert "Komenda Miejska Policji w Kielcach" not in silent
    anna.look("droga-22-zamkniecie")
    anna.press("Zamknij okres na zawsze")
    anna.sees("Zamknięto okres 2021. Jego treść jest zamrożona.")
    anna.look("droga-23-macierz-zamknieta")
