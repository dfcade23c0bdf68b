"""The report on paper: a draft for the head's signature, and the frozen version once it was sent."""

import io
import json
from io import StringIO
from pathlib import Path
from typing import Any

import docx
import page as validation
import pytest
from cast import make_person
from django.core.management import call_command
from django.test import override_settings
from inspector import InspectingClient
from pypdf import PdfReader
from reporting_acts import say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.documents.rendering import content_of
from bezpiecznik.documents.services import paper_document
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import services
from bezpiecznik.reporting.documents import KIND, paper_of
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.services import Number

NUMBERS = (Number("godziny patroli", 340.5, "joint", "wider"), Number("patrole", 120, "own", "unit"))  # type: ignore[arg-type]


def command(out: Path, **options: Any) -> dict[str, Any]:
    printed = StringIO()
    call_command("document", "packet", out=out, stdout=printed, **{"year": 2022, "institution": "KMP", **options})
    told: dict[str, Any] = json.loads(printed.getvalue())
    return told


def words(pdf: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages)


def test_before_it_is_sent_it_is_a_draft_with_lines_to_sign_on(
    packet: Packet, entry: Entry, reporter: User, tmp_path: Path
) -> None:
    say(entry, by=reporter, text="Odbyto patrole.", numbers=NUMBERS)
    told = command(tmp_path)
    pdf, word = (next(Path(path) for path in told["files"] if path.endswith(end)) for end in (".pdf", ".docx"))

    assert told["number"] == "projekt S/2022/KMP"
    said = words(pdf.read_bytes())
    for sentence in (
        "Projekt",
        "Odbyto patrole.",
        "340,5",
        "Kierownik podmiotu: podpis, data",
        "Komenda Miejska Policji",
    ):
        assert sentence in said, sentence
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    assert "Odbyto patrole." in text
    assert "zmyślone" not in said.lower()


def test_once_sent_it_bears_the_number_and_the_hash_of_its_version(
    sent: Packet, entry: Entry, coordinator: User, reporter: User, tmp_path: Path
) -> None:
    version = sent.versions.get()
    told = command(tmp_path)

    assert (told["number"], told["sha256"]) == ("S/2022/KMP/1", version.sha256)
    said = words(Path(told["files"][1]).read_bytes())
    assert version.sha256 in said.replace(" ", "")
    assert "Projekt" not in said
    assert "Halina Kierownicza, Komendant" in said


def test_what_is_written_after_a_return_does_not_change_the_version(
    client: InspectingClient, sent: Packet, entry: Entry, coordinator: User, reporter: User
) -> None:
    services.return_packet(sent, by=coordinator, note="Ile godzin?")
    say(entry, by=reporter, text="Zupełnie inne słowa.")
    own = words(client.as_(reporter).get(f"{sent.get_absolute_url()}sprawozdanie.pdf").content)
    version = words(client.get(f"{sent.get_absolute_url()}wersja/1/sprawozdanie.pdf").content)
    office = words(client.as_(coordinator).get(f"{sent.get_absolute_url()}sprawozdanie.pdf").content)

    assert ("Zupełnie inne słowa." in own, "Odbyto 120 patroli." in own) == (True, False)
    for other in (version, office):
        assert ("Zupełnie inne słowa." in other, "Odbyto 120 patroli." in other) == (False, True)


def test_it_is_archival_accessible_and_the_same_each_time(packet: Packet, entry: Entry, reporter: User) -> None:
    say(entry, by=reporter, numbers=NUMBERS)
    sent = send(packet, by=reporter)
    content = content_of(paper_document(KIND, paper_of(sent)))
    pdf = render_pdf(content)

    assert (render_pdf(content), render_docx(content)) == (pdf, render_docx(content))
    for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
        report = validation.validate_pdf_bytes(pdf, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant


@override_settings(DEMO=True)
def test_the_demonstration_says_that_it_is_made_up(sent: Packet) -> None:
    assert content_of(paper_document(KIND, paper_of(sent))).made_up


@pytest.mark.parametrize("wish", [{"institution": "ABC"}, {"half": 1}, {"institution": ""}])
def test_what_is_not_there_is_told_in_one_line(
    sent: Packet, tmp_path: Path, capsys: pytest.CaptureFixture[str], wish: dict[str, Any]
) -> None:
    with pytest.raises(SystemExit) as end:
        command(tmp_path, **wish)

    assert end.value.code == 2
    assert capsys.readouterr().err.startswith("Nie ma takiego sprawozdania.")


@pytest.mark.parametrize("end", ["pdf", "docx"])
def test_a_neighbour_gets_nothing_and_the_office_nothing_before_it_is_sent(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User, neighbour: User, coordinator: User, end: str
) -> None:
    address = f"{packet.get_absolute_url()}sprawozdanie.{end}"

    assert client.as_(neighbour).get(address).status_code == 404
    assert client.as_(coordinator).get(address).status_code == 404
    answer = client.as_(reporter).get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="sprawozdanie-podmiotu-projekt-s-2022-kmp.{end}"'


def test_a_member_of_the_commission_reads_what_was_sent(client: InspectingClient, sent: Packet, member: User) -> None:
    answer = client.as_(member).get(f"{sent.get_absolute_url()}sprawozdanie.pdf")

    assert "Odbyto 120 patroli." in words(answer.content)


def test_a_colleague_may_print_too(client: InspectingClient, packet: Packet, police: Institution) -> None:
    colleague = make_person("Celina", "Koleżanecka", Role.HEAD, police)

    assert client.as_(colleague).get(f"{packet.get_absolute_url()}sprawozdanie.pdf").status_code == 200
