"""Documents of one fault: how the tests of `lint` write them, and what they look at."""

from resolution.samples import HEADER, programme, reading_of

from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Finding

STATUTE = "Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego"
YEARS = "UCHWAŁA NR 1/2\nz dnia {date}\n\nProgram na lata {years}\n\n"
INITIATIVES = "Lp.\tNazwa programu\tCel\tRealizator\tKogo obejmuje\tTermin\tSposób realizacji\tFinansowanie\n"
FULL_HEADER = "Lp.\tDziałania\tPodmiot odpowiedzialny\tPartnerzy\tTermin\tMierniki\tFinansowanie\n"


def findings(document: str | Reading, code: str) -> list[Finding]:
    """The findings with this code; a text is read first."""
    reading = reading_of(document) if isinstance(document, str) else document
    return [found for found in reading.findings if found.code == code]


def subjects(document: str | Reading, code: str) -> list[str]:
    """What the findings with this code speak of."""
    return [found.subject for found in findings(document, code)]


def places(document: str | Reading, code: str) -> list[tuple[str, ...]]:
    """Where the findings with this code are."""
    return [found.places for found in findings(document, code)]


def repairs(document: str | Reading, code: str) -> list[tuple[str, str, str]]:
    """Every proposed change of the findings with this code."""
    return [(r.place, r.was, r.now) for found in findings(document, code) for r in found.repairs]


def actions(*texts: str) -> Reading:
    """A programme of these actions, each led by AB with CD."""
    return programme(*(f"{number}.\t{text}\tAB\tCD" for number, text in enumerate(texts, start=1)))


def areas(*names: str, before: str = "") -> str:
    """A text with one action under each heading."""
    return before + "\n\n" + "\n\n".join(f"{name}\n\n{HEADER}1.\tPatrole {name[-3:]}.\tAB\tCD" for name in names)


def initiatives(*rows: str, years: str = "2024–2026", date: str = "5 lutego 2024 r.") -> str:
    """A text with a table of initiatives: name, aim, executor, audience, term, method, money by tabs."""
    table = "\n".join(f"{number}.\t{row}" for number, row in enumerate(rows, start=1))
    return YEARS.format(years=years, date=date) + INITIATIVES + table + "\n"
