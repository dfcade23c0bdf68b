"""The next programme of the demonstration, 2024-2026: prepared out of the real one, and put before the people.

Decisions, comments and answers are made up; what is joined are actions that the real resolution says twice.
"""

from datetime import date, timedelta
from typing import Any

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.demo.cycle import day
from bezpiecznik.editions import consulting, deciding, items, services
from bezpiecznik.editions.items import Facts
from bezpiecznik.editions.models import Comment, Consultation, DraftItem, Edition
from bezpiecznik.editions.states import FateKind, Verdict, Who
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import amending
from bezpiecznik.plans.amending import Reword
from bezpiecznik.plans.models import Programme

TITLE = (
    "Miejski Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku Publicznego "
    "dla Miasta Kielce na lata 2024–2026"
)
MERGED = {
    "3.17": "3.1", "9.4": "9.2", "10.4": "10.3", "11.6": "11.1", "11.7": "11.2", "11.8": "11.3", "11.9": "11.4",
    "11.10": "11.5",
}  # fmt: skip
"""Said twice in the resolution, or contained in another action."""
CHANGED = {
    "7.4": "Modernizacja infrastruktury drogowej w mieście Kielce, w pierwszej kolejności przejść dla pieszych "
           "w pobliżu szkół i przystanków.",
    "9.1": "Zapobieganie zagrożeniom epidemicznym i ich zwalczanie, w tym utrzymywanie gotowości służb na wypadek "
           "nowej choroby zakaźnej.",
    "4.2": "Akcje informowania osób starszych o możliwości uzyskania pomocy oraz ostrzeganie przed oszustwami "
           "„na wnuczka” i „na policjanta”.",
    "P5": "BEZPIECZNY INTERNET PRZEZ CAŁY ROK",
}  # fmt: skip
DROPPED = {
    "6.4": "To zadanie własne urzędu pracy z ustawy; program nie ma na nie wpływu.",
    "6.5": "To zadanie własne urzędu pracy z ustawy; program nie ma na nie wpływu.",
    "P36": "Jubileusz już się odbył.",
    "P8": "Zajęcia na stoku prowadzą dziś kluby, bez udziału miasta.",
}
NEW_ACTION = (
    "Wspieranie osiedli w przygotowaniu się na przerwy w dostawie prądu i wody: punkty pomocy, łączność, listy osób."
)
JUSTIFICATION = (
    "Projekt powstał z programu na lata 2021–2023, jego ocen rocznych i uwag do uchwały. Działania, które powtarzano, "
    "połączono; te, na które program nie miał wpływu, pominięto.\n"
    "Uzasadnienie jest zmyślone na potrzeby pokazu."
)
AMENDED_ON = date(2023, 10, 2)
BASIS = "uchwała nr LXXX/1/2023 Rady Miasta Kielce (zmyślona na potrzeby pokazu)"
REWORDED = (
    "1.4",
    "Propagowanie wśród lokalnej społeczności funkcji dzielnicowego jako policjanta pierwszego kontaktu, także podczas "
    "dyżurów w siedzibach rad osiedli, oraz informowanie o możliwości korzystania z aplikacji „Moja Komenda” oraz "
    "„Krajowa Mapa Zagrożeń Bezpieczeństwa”.",
)


def prepare_the_next(programme: Programme, *, by: User) -> None:
    """An amendment of words; the edition with every fate decided; its consultation, three comments, two answers."""
    today = clock.today()
    _amend(programme, by=by)
    with day(today - timedelta(days=40)):
        edition = services.start_edition(programme, title=TITLE, year_from=2024, year_to=2026, by=by)
        _decide(edition, by=by)
        _complete(edition, by=by)
    with day(today - timedelta(days=9)):
        closes_on = today + timedelta(days=12)
        consultation = consulting.publish(edition, opens_on=clock.today(), closes_on=closes_on, cleared=True, by=by)
    _comment(consultation, by=by)


def _amend(programme: Programme, *, by: User) -> None:
    code, wording = REWORDED
    area, _dot, no = code.partition(".")
    action = programme.undertakings.get(area__no=int(area), no=int(no))
    with day(AMENDED_ON):
        amending.amend(
            programme, basis=BASIS, effective_on=clock.today(), reason="Wniosek rad osiedli.", by=by,
            changes=[Reword(action, "wording", wording)],
        )  # fmt: skip


def _decide(edition: Edition, *, by: User) -> None:
    fates = {fate.undertaking.code: fate for fate in edition.fates.with_undertaking()}
    apart = {*MERGED, *CHANGED, *DROPPED}
    deciding.continue_many(edition, [fate for code, fate in fates.items() if code not in apart], by=by)
    for code, wording in CHANGED.items():
        deciding.decide(fates[code], FateKind.CHANGED, wording=wording, by=by)
    for code, reason in DROPPED.items():
        deciding.decide(fates[code], FateKind.DROPPED, reason=f"{reason} (Powód zmyślony).", by=by)
    for code, other in MERGED.items():
        deciding.decide(fates[code], FateKind.MERGED, merge_with=fates[other], by=by)


def _complete(edition: Edition, *, by: User) -> None:
    office = Institution.objects.get(abbr="BBiZK")
    area = edition.areas.get(no=1)
    items.add_item(edition, Facts(NEW_ACTION, leads=(office,), area=area, term_raw="w sposób ciągły"), by=by)
    passages = {name: getattr(edition, name) for name in services.PASSAGES}
    services.change_passages(
        edition, passages=passages, justification=JUSTIFICATION, by=by, main_goal=_mended(edition.main_goal)
    )


def _mended(text: str) -> str:
    """Without the misprints of the resolution (see its findings)."""
    return text.replace("Przemocności", "Przestępczości").replace("Przystępczości", "Przestępczości")


def _comment(consultation: Consultation, *, by: User) -> None:
    """Of a resident, an organisation and an institution of the programme; the last one waits for its answer."""
    today = clock.today()
    added = DraftItem.objects.get(edition=consultation.edition, wording=NEW_ACTION)
    found = next(one for one in consultation.paragraphs if one["text"].startswith(added.wording))
    of_roads = next(one for one in consultation.paragraphs if one["text"].startswith(CHANGED["7.4"]))
    of_seniors = next(one for one in consultation.paragraphs if one["text"].startswith(CHANGED["4.2"]))
    with day(today - timedelta(days=7)):
        first = _say(
            consultation, of_roads, Who.RESIDENT, "Proszę dopisać oświetlenie przejść, nie tylko ich przebudowę."
        )
        second = _say(consultation, of_seniors, Who.ORGANISATION, "Ostrzeżenia powinny trafiać też do klubów seniora.")
    with day(today - timedelta(days=4)):
        consulting.answer(first, verdict=Verdict.TAKEN, answer="Dopiszemy oświetlenie przejść dla pieszych.", by=by)
        consulting.answer(
            second,
            verdict=Verdict.NOTED,
            by=by,
            answer="Kluby seniora są już partnerami tych spotkań; treść bez zmian.",
        )
    with day(today - timedelta(days=2)):
        police = Institution.objects.get(abbr="KMP")
        _say(consultation, found, Who.INSTITUTION, "Prosimy o dopisanie KMP jako partnera.",
             institution=police, by=_clerk(police))  # fmt: skip


def _say(consultation: Consultation, paragraph: dict[str, str], who: Who, text: str, **own: Any) -> Comment:
    """`own`: the institution and the person who speaks for it."""
    place: dict[str, Any] = {"anchor": paragraph["anchor"], "sha256": paragraph["sha256"]}
    return consulting.comment(consultation, who=who, text=text, **place, **own)


def _clerk(institution: Institution) -> User:
    return User.objects.filter(holdings__post__institution=institution, holdings__until=None).order_by("pk")[0]
