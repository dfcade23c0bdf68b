"""The year judged: grades, the report to the council, publication, and what a resident reads."""

import re
import zipfile
from pathlib import Path

import page as page_validation
from e2e.story_reporting import HOURS, PATROLS
from e2e.visitor import Visitor

OVERRIDING = "Komisja uznała, że patrole objęły tylko część miasta."
PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)


def start_the_evaluation(anna: Visitor) -> None:
    anna.open("/praca/")
    anna.follow("Przejdź do oceny")
    anna.look("droga-24-lata-oceny")
    anna.press("Rozpocznij ocenę 2021 r.")
    anna.sees("Reguła zaproponowała oceny wszystkich działań.")
    anna.sees("0 z 110 rozstrzygniętych")
    anna.look("droga-25-ocena")


def override_one_grade(anna: Visitor) -> None:
    anna.follow("1.1")
    anna.sees(HOURS)
    anna.page.get_by_label("zrealizowano częściowo", exact=True).check()
    anna.press("Zapisz i przejdź do następnego")
    anna.sees("Napisz, dlaczego ocena jest inna niż propozycja.")
    anna.look("droga-26-ocena-dzialania")
    anna.page.get_by_label("Uzasadnienie").fill(OVERRIDING)
    anna.press("Zapisz i przejdź do następnego")
    anna.sees("Zapisano ocenę działania 1.1.")


def confirm_the_rest_and_finish(anna: Visitor) -> None:
    anna.page.get_by_role("navigation", name="Okruszki").get_by_role("link", name="2021").click()
    anna.follow("Zatwierdź propozycje na tej liście (109)")
    anna.look("droga-27-zatwierdzenie")
    anna.page.locator("main form").get_by_role("button").click()
    anna.sees("110 z 110 rozstrzygniętych")
    anna.follow("Zakończ ocenę")
    anna.look("droga-28-zakonczenie")
    anna.press("Zakończ ocenę")
    anna.sees("Ocena jest zakończona, a materiał dowodowy zamrożony.")


def make_the_report(anna: Visitor) -> None:
    anna.follow("Sporządź sprawozdanie roczne")
    anna.look("droga-29-sprawozdanie")
    with anna.site.worker_paused():
        anna.press("Sporządź sprawozdanie")
        anna.page.wait_for_url("**/praca/w-tle/**")
        anna.look("droga-29-sprawozdanie-w-toku")
    anna.page.wait_for_url("**/praca/dokumenty/*/", timeout=60_000)
    anna.arrives_at("Dokument SR/2021/1")
    anna.look("droga-30-dokument")


def download_and_check_both_files(anna: Visitor, folder: Path) -> None:
    for kind in ("DOCX", "PDF"):
        anna.download(anna.page.get_by_role("link", name=f"Pobierz {kind}")).save_as(folder / kind)
    printed = _words(folder / "DOCX")
    assert [said for said in (PATROLS, HOURS, OVERRIDING) if said not in printed] == []
    for profile in PROFILES:
        report = page_validation.validate_pdf_bytes((folder / "PDF").read_bytes(), profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant


def _words(docx: Path) -> str:
    """All words of the document, spaces being spaces."""
    with zipfile.ZipFile(docx) as package:
        text = re.sub("<[^>]+>", "", package.read("word/document.xml").decode())
    return " ".join(text.split())


def publish(anna: Visitor) -> None:
    anna.open("/praca/")
    anna.follow("Opublikuj")
    anna.follow("Opublikuj")
    anna.look("droga-31-publikacja")
    anna.press("Opublikuj")
    anna.sees("Ocena jest opublikowana.")


def sees_nothing_yet(resident: Visitor) -> None:
    resident.open("/dzialania/1/1/")
    resident.sees("Żadna ocena roczna tego działania nie została jeszcze opublikowana.")
    assert resident.page.get_by_text(PATROLS).count() == 0


def read_as_a_resident(resident: Visitor) -> None:
    resident.open("/")
    resident.look("droga-32-mieszkaniec")
    resident.page.get_by_role("region", name="Obszary programu").get_by_role("link").first.click()
    resident.look("droga-33-mieszkaniec-obszar")
    resident.page.get_by_role("link", name="1.1.").click()
    resident.sees(HOURS)
    resident.sees(OVERRIDING)
    resident.page.get_by_role("heading", name="2021: zrealizowano częściowo").wait_for()
    resident.look("droga-34-mieszkaniec-dzialanie")
