"""The whole way of a one-time link in a browser: mailed, opened, written by, used up, asked for anew, taken back."""

from collections.abc import Callable

import pytest
from e2e.installation import Site
from e2e.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
WHO = "Miejski Zarząd Dróg w Kielcach"
OLGA = "olga@podmiot.example"
WORDS = "Zdanie zapisane przez łącze jednorazowe."


def mailed(site: Site) -> str:
    """The link in the newest mail to Olga; reminders to others may have gone out since."""
    ((link,),) = site.rows("SELECT url FROM notices_message WHERE address = ? ORDER BY id DESC LIMIT 1", OLGA)
    return str(link)


def invite(anna: Visitor) -> str:
    anna.sign_in("Anna Bezpieczna")
    anna.open("/praca/sprawozdania/lacza/nowe/")
    anna.page.get_by_label("Podmiot").select_option(label=WHO)
    anna.page.get_by_label("Imię").fill("Olga")
    anna.page.get_by_label("Nazwisko").fill("Zmyślona")
    anna.page.get_by_label("Służbowy adres e-mail").fill(OLGA)
    anna.press("Wyślij łącze")
    anna.sees("Wysłano łącze: Olga Zmyślona")
    return mailed(anna.site)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_person_without_an_account_fills_in_a_report(
    own_demo_site: Site, visit: Callable[..., Visitor], javascript: bool
) -> None:
    anna = visit(own_demo_site)
    address = invite(anna)

    olga = visit(own_demo_site, javascript=javascript)
    olga.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    for _ in range(3):  # a scanner of mail, a preview, and she herself
        olga.open(address)
    if javascript:
        olga.look("lacze")
    olga.press("Otwórz sprawozdanie")
    olga.sees("Dzień dobry, Olga Zmyślona. To sprawozdanie składa")
    if javascript:
        olga.look("lacze-sprawozdanie")

    entry = olga.page.locator("article.entry").first
    entry.get_by_label("w toku, działanie ciągłe").check()
    entry.get_by_label("Co zrobiono").fill(WORDS)
    entry.get_by_role("button", name="Zapisz", exact=True).click()
    olga.sees("(Olga Zmyślona)")
    olga.press("Zakończ pracę")
    olga.arrives_at("Praca zakończona")

    olga.open(address)
    olga.arrives_at("To łącze już nie działa")
    if javascript:
        olga.look("lacze-zuzyte")
    olga.press("Wyślij mi nowe łącze")
    olga.arrives_at("Sprawdź pocztę")

    fresh = mailed(own_demo_site)
    assert fresh not in {address, ""}
    olga.open(fresh)
    olga.press("Otwórz sprawozdanie")
    assert olga.page.locator("article.entry").first.get_by_label("Co zrobiono").input_value() == WORDS

    anna.open("/praca/sprawozdania/lacza/?q=Olga")
    anna.page.get_by_role("button", name="Unieważnij").click()
    anna.page.get_by_role("dialog").get_by_role("button", name="Unieważnij").click()
    anna.sees("Unieważniono łącze: Olga Zmyślona")
    olga.page.reload()
    olga.arrives_at("Praca zakończona")
