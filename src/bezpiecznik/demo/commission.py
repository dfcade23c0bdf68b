"""The Commission of the demonstration: three terms of invented people, requests for information, yearly reports.

The days of the first term are public (created 18 June 2019, expired 18 June 2022); everybody in it is invented.
"""

from datetime import date

from bezpiecznik.accounts.demo import DOMAIN
from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Commission, InformationRequest, Membership, SeatKind, Term
from bezpiecznik.commission.services import composition, reports, requests
from bezpiecznik.commission.services.composition import Person, person_of
from bezpiecznik.commission.states import EndReason
from bezpiecznik.core import clock, jobs
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.core.polish import slug
from bezpiecznik.demo.cycle import day
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.addressing import addressee_of
from bezpiecznik.letters.states import Channel

CREATED = date(2019, 6, 18)
SECOND = date(2022, 9, 5)
MANDATE = (date(2023, 2, 20), date(2023, 3, 30))
"""A councillor's mandate expires; a substitute comes."""
PEOPLE = (
    ("chair", "Joanna Prezydencka", "prezydent miasta", ""),
    ("councillor", "Piotr Radny", "radny Rady Miasta", ""),
    ("councillor", "Barbara Mandatowa", "radna Rady Miasta", ""),
    ("appointed", "Halina Szkolna", "dyrektor szkoły podstawowej", ""),
    ("appointed", "Wojciech Społecznik", "prezes stowarzyszenia", ""),
    ("appointed", "Ewa Pomocna", "starszy pracownik socjalny", "MOPR"),
    ("police", "Maria Komendancka", "zastępca komendanta", "KMP"),
    ("police", "Marek Posterunkowy", "naczelnik wydziału prewencji", "KMP"),
    ("prosecutor", "Alicja Oskarżycielska", "prokurator prokuratury rejonowej", ""),
    ("advisory", "Stanisław Strażak", "zastępca komendanta miejskiego PSP", "KM PSP"),
    ("advisory", "Danuta Strażniczka", "zastępca komendanta Straży Miejskiej", "SM"),
)
"""Seat, name, function, and the institution by its abbreviation in the programme."""
SUBSTITUTE = ("councillor", "Grzegorz Zastępczy", "radny Rady Miasta", "")
ASKED = (
    (date(2021, 10, 4), "KMP", "Przemoc domowa: liczba interwencji w 2021 r.",
     "- liczba interwencji w podziale na kwartały,\n- liczba założonych „Niebieskich Kart”,\n"
     "- opis działań prowadzonych wspólnie z pomocą społeczną.", "oceny zagrożeń za 2021 r.",
     date(2021, 10, 19), "Interwencji było mniej niż rok wcześniej; współpraca z MOPR przebiega bez przeszkód."),
    (date(2022, 3, 7), "SM", "Monitoring wizyjny: ujawnione zdarzenia",
     "- liczba zdarzeń ujawnionych dzięki kamerom,\n- liczba kamer czynnych i wymagających naprawy.",
     "opinii o rozbudowie monitoringu.", date(2022, 4, 12), "Cztery kamery wymagają wymiany."),
    (date(2023, 5, 15), "KMP", "Wykroczenia w pobliżu szkół",
     "- liczba wykroczeń w promieniu 300 m od szkół w I kwartale 2023 r.,\n- materiały ze spraw w toku.",
     "przygotowania zaleceń dla szkół.", None, ""),
)  # fmt: skip
"""Day, institution, subject, what is asked, what for, when it was answered, and what followed (blank: refused)."""
REFUSAL = "Materiały ze spraw w toku są wyłączone (materiały dochodzeniowo-śledcze). Liczby przekazano telefonicznie."
ASSESSMENT = (
    "Komisja ocenia, że w {year} r. stan bezpieczeństwa w mieście był stabilny. {own}\n\n"
    "Współpraca Policji, Straży Miejskiej i służb miejskich układała się dobrze (tekst zmyślony)."
)
OWN = {
    2021: "Mimo ograniczeń epidemicznych działania programu prowadzono we wszystkich obszarach.",
    2022: "Najwięcej uwagi wymagało bezpieczeństwo osób, które przybyły do miasta w związku z wojną na Ukrainie.",
    2023: "Najwięcej uwagi wymagały oszustwa wobec osób starszych i bezpieczeństwo w pobliżu szkół.",
}
COOPERATION = "Komisja współdziałała z radami osiedli, stowarzyszeniami i szkołami (tekst zmyślony)."
PLANS = "Komisja zamierza zająć się bezpieczeństwem seniorów i stanem monitoringu wizyjnego (tekst zmyślony)."


def sit(*, by: User) -> Commission:
    """The Commission with its terms, who came and went, and what was asked; nothing where it is already."""
    if known := Commission.objects.first():
        return known
    with day(CREATED):
        commission = composition.create_commission(
            name="Komisja Bezpieczeństwa i Porządku w Kielcach", created_on=CREATED,
            created_by_act="zarządzenie Prezydenta Miasta w sprawie powołania Komisji", by=by,
        )  # fmt: skip
        term = composition.start_term(commission, starts_on=CREATED, act="zarządzenie Prezydenta Miasta", by=by)
        for row in PEOPLE:
            composition.appoint(term, _person(row), since=CREATED, by=by)
    _ask(commission, ASKED[:2], by=by)
    with day(SECOND):
        second = _next(commission, term, SECOND, by=by)
    _substitute(second, by=by)
    _ask(commission, ASKED[2:], by=by)
    _to_this_day(commission, second, by=by)
    return commission


def _person(row: tuple[str, str, str, str]) -> Person:
    kind, name, function, abbr = row
    user = User.objects.filter(email=f"{slug(name).replace('-', '.')}@{DOMAIN}").first()
    return Person(
        kind=kind, name=name, function=function, user=user,
        institution=Institution.objects.filter(abbr=abbr).first() if abbr else None,
        email="" if user or kind == SeatKind.PROSECUTOR else f"{slug(name)}@komisja.{DOMAIN}",
        basis="dokument zmyślony",
    )  # fmt: skip


def _next(commission: Commission, before: Term, starts_on: date, *, by: User) -> Term:
    """The same people again, but for the seat that nobody named anew."""
    people = [person_of(member) for member in composition.proposal(before)]
    return composition.start_next_term(
        commission, starts_on=starts_on, people=people, act="zarządzenie Prezydenta Miasta", by=by
    )


def _substitute(term: Term, *, by: User) -> None:
    ended, came = MANDATE
    member = term.memberships.get(name="Barbara Mandatowa")
    with day(ended):
        before: Membership = composition.end_membership(
            member, until=ended, ended_by=EndReason.MANDATE, because="", by=by
        )
    with day(came):
        composition.appoint(term, _person(SUBSTITUTE), since=came, follows=before, by=by)


def _to_this_day(commission: Commission, term: Term, *, by: User) -> None:
    """Terms that follow one another until today; in the last one the prosecutor is still to be named."""
    while term.ends_on < clock.today():
        starts_on = composition.day_after(term)
        with day(starts_on):
            people = [person_of(member) for member in composition.proposal(term)]
            people = [person for person in people if person.kind != SeatKind.PROSECUTOR]
            term = composition.start_next_term(commission, starts_on=starts_on, people=people, by=by)


Asked = tuple[date, str, str, str, str, date | None, str]


def _ask(commission: Commission, rows: tuple[Asked, ...], *, by: User) -> None:
    for asked_on, abbr, subject, asked, purpose, answered_on, note in rows:
        institution = Institution.objects.filter(abbr=abbr).first()
        addressee = addressee_of(institution) if institution else abbr
        due_on = add_working_days(asked_on, 14)
        with day(asked_on):
            request = requests.draft_request(
                commission, institution=institution, addressee=addressee, subject=subject, asked=asked,
                purpose=purpose, by=by,
            )  # fmt: skip
            request = requests.ask(request, asked_on=asked_on, due_on=due_on, case_sign="", by=by)
            requests.note_sent(request, sent_on=asked_on, sent_by=Channel.E_DELIVERY, by=by)
            _make_files(request)
        with day(answered_on or due_on):
            if answered_on:
                requests.note_answer(request, answered_on=answered_on, answer_note=note, by=by)
            else:
                requests.note_refusal(request, answered_on=due_on, because=REFUSAL, by=by)


def _make_files(request: InformationRequest) -> None:
    if request.document and request.document.job_id:
        jobs.run(str(request.document.job_id))


def account(*, by: User) -> None:
    """Yearly reports of the Commission's work, given to the council in January; the first ones are announced."""
    commission = Commission.objects.first()
    if commission is None or commission.reports.exists():
        return
    for year in range(2021, clock.today().year):
        approved, submitted, announced = date(year + 1, 1, 18), date(year + 1, 1, 26), date(year + 1, 2, 21)
        with day(approved):
            report = reports.start_report(commission, year=year, by=by)
            reports.change_texts(
                report, seen=report.version, cooperation=COOPERATION, plans=PLANS,
                assessment=ASSESSMENT.format(year=year, own=OWN.get(year, "")).replace("  ", " "), by=by,
            )  # fmt: skip
            report = reports.approve(report, approved_on=approved, by=by)
            if report.document and report.document.job_id:
                jobs.run(str(report.document.job_id))
        with day(submitted):
            reports.submit(report, submitted_on=submitted, by=by)
        if year + 1 < clock.today().year:
            with day(announced):
                reports.announce(
                    report, announced_on=announced, by=by, journal_position=str(100 + 7 * (year - 2000)),
                    journal_name="Dziennik Urzędowy Województwa Świętokrzyskiego (pozycja zmyślona)",
                )  # fmt: skip
