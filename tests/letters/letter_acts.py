"""The shortest ways to a draft, a number, a sent letter."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import services
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.states import Channel

TODAY = date(2026, 3, 10)
WORDS = {
    "addressee": "Komenda Miejska Policji\nul. Zmyślona 1\n00-000 Zatorzyn",
    "e_delivery": "AE:PL-12345-67890-ABCDE-12",
    "place": "Zatorzyn",
    "subject": "przekazania danych o patrolach",
    "body": "Pierwszy akapit.\n\nDrugi akapit.",
    "request": "W związku z tym prosimy o dane za 2025 r.",
    "annexes": "wzór tabeli\nwykaz ulic",
    "copies": "Przewodniczący Komisji",
    "signatory": "Zofia Dyrektorska",
    "signatory_function": "Dyrektor Biura",
}


def draft(institution: Institution, *, by: User, **words: str) -> Letter:
    return services.draft_letter(institution, by=by, **{**WORDS, **words})


def number(*letters: Letter, by: User, dated_on: date = TODAY, **more: object) -> list[Letter]:
    """Numbered, with their files."""
    job = services.number_letters(letters, dated_on=dated_on, by=by, **more)
    jobs.run(str(job.pk))
    job.refresh_from_db()
    assert job.state == "done", job.error
    for letter in letters:
        letter.refresh_from_db()
    return list(letters)


def note(letter: Letter, *, by: User, sent_on: date = TODAY, channel: Channel = Channel.POST, **more: object) -> None:
    services.note_sending(letter, channel=channel, sent_on=sent_on, by=by, **more)
    letter.refresh_from_db()
