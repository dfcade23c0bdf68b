"""One of everything, for the table of rights: years closed, open and planned, packets in each state, an upload."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from cast import make_person
from django.conf import settings

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.documents.models import Document
from bezpiecznik.evaluation import documents as evaluation_documents
from bezpiecznik.evaluation import services as evaluation_services
from bezpiecznik.evaluation.models import Evaluation, Grade
from bezpiecznik.files.services import store
from bezpiecznik.institutions import membership
from bezpiecznik.institutions import services as institution_services
from bezpiecznik.institutions.importing import services as importing_services
from bezpiecznik.institutions.models import Institution, RegisterImport
from bezpiecznik.institutions.rights import Role
from bezpiecznik.intake import services as intake_services
from bezpiecznik.intake.models import Intake
from bezpiecznik.plans.models import Area, Programme, Responsibility, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Period
from bezpiecznik.reporting.services import Number

ROLES = ("visitor", "guest", "reporter", "neighbour", "head", "member", "coordinator", "administrator")
RESOLUTION = """UCHWAŁA NR I/2/2024 RADY MIASTA ZATORZYNA Z DNIA 28 MARCA 2024 R.
w sprawie uchwalenia programu

§ 1. Uchwala się „Program Zapobiegania Przestępczości Miasta Zatorzyna na lata 2024–2027”, stanowiący załącznik.

Wykaz skrótów:
KMP – Komenda Miejska Policji w Zatorzynie
SM – Straż Miejska w Zatorzynie

OBSZAR I: BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH

Lp.	Zadanie	Realizatorzy	Współpraca	Termin realizacji	Mierniki
1.	Kierowanie dodatkowych patroli w miejsca zagrożone.	KMP	SM	praca ciągła	liczba patroli
2.	Rozbudowa monitoringu wizyjnego.	SM	KMP	2024–2027	liczba kamer
"""


@dataclass
class World:
    files: Path
    people: dict[str, User]
    police: Institution
    programme: Programme
    patrols: Undertaking
    closed: Period
    open: Period
    planned: Period
    submitted: Packet
    draft: Packet
    draft_entry: Entry
    drafted: Evaluation
    finished: Evaluation
    grade: Grade
    document: Document
    intake: Intake
    brought: RegisterImport

    def to_sign(self) -> Packet:
        """The draft packet, filled in and handed over to the head."""
        fill(self.draft, self.people["reporter"])
        services.hand_over_for_signature(self.draft, by=self.people["reporter"])
        return self.draft

    def accepted(self) -> Packet:
        services.accept_packet(self.submitted, by=self.people["coordinator"])
        return self.submitted


def build(files: Path) -> World:
    settings.MEDIA_ROOT = files
    police = Institution.objects.create(abbr="KMP", name="Komenda Miejska Policji")
    guard = Institution.objects.create(abbr="SM", name="Straż Miejska")
    people = {
        "guest": make_person("Gustaw", "Gościnny"),
        "reporter": make_person("Robert", "Raportowski", Role.REPORTER, police),
        "neighbour": make_person("Stefan", "Strażnicki", Role.REPORTER, guard),
        "head": make_person("Halina", "Kierownicza", Role.HEAD, police),
        "member": make_person("Maria", "Członkowska", Role.MEMBER),
        "coordinator": make_person("Krystyna", "Koordynatorska", Role.COORDINATOR),
        "administrator": make_person("Adam", "Administratorski", Role.ADMINISTRATOR),
    }
    by, reporter = people["coordinator"], people["reporter"]
    programme, patrols = _programme(police, guard)
    closed = [_period(programme, year, by) for year in (2021, 2022)]
    for period in closed:
        _hand_in(_packet(period, police), reporter)
        services.close_period(period, by=by)
    finished = _finished(programme, by)
    document = evaluation_documents.request_annual_report(finished, issued_on=date(2022, 3, 1), by=by)
    jobs.run(str(document.job_id))
    drafted = evaluation_services.start_evaluation(programme, year=2022, by=by)
    halves = [_period(programme, 2023, by, part=part) for part in (1, 2)]
    submitted, draft = (_packet(period, police) for period in halves)
    _hand_in(submitted, reporter)
    intake = intake_services.upload(RESOLUTION.encode(), name="uchwala.txt", by=by)
    return World(
        files=files, people=people,
        police=police, programme=programme, patrols=patrols, closed=closed[0], open=halves[1],
        planned=_planned(programme, 2024, by), submitted=submitted, draft=draft,
        draft_entry=Entry.objects.get(obligation__packet=draft), drafted=drafted, finished=finished,
        grade=drafted.grades.get(), document=document, intake=intake_services.read_now(intake),
        brought=_register_over_time(police, by),
    )  # fmt: skip


def _register_over_time(police: Institution, by: User) -> RegisterImport:
    """The police with a spelling, under a collective name, with a name to come; and a list brought in."""
    institution_services.add_alias(police, text="Policja w Zatorzynie", by=by)
    services_all = institution_services.create_institution(name="służby", collective=True, by=by)
    membership.add_member(services_all, police, by=by)
    police.names.create(name="Komenda Powiatowa Policji", abbr="KPP", since=date(2099, 1, 1))
    return importing_services.bring(b"Nazwa;Telefon\nNowy podmiot;41 000 00 00", name="wykaz.csv", by=by)


def _programme(police: Institution, guard: Institution) -> tuple[Programme, Undertaking]:
    programme = Programme.objects.create(
        title="Program bezpieczeństwa Zatorzyna", unit="Miasto Zatorzyn", council="Rada Miasta Zatorzyna",
        act_no="X/1/2021", act_date=date(2021, 3, 18), year_from=2021, year_to=2024,
        source=store(RESOLUTION.encode(), media_type="text/plain"), source_name="uchwala.txt",
    )  # fmt: skip
    area = Area.objects.create(programme=programme, no=1, official_name="BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH")
    patrols = Undertaking.objects.create(
        programme=programme, kind="action", area=area, no=1, wording="Dodatkowe patrole.", source_line=14
    )
    Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="BEZPIECZNY SENIOR")
    Responsibility.objects.create(undertaking=patrols, institution=police, role="lead")
    Responsibility.objects.create(undertaking=patrols, institution=guard, role="partner")
    return programme, patrols


def _planned(programme: Programme, year: int, by: User, part: int = 0) -> Period:
    opens, due = date(year + 1, 1, 2), date(year + 1, 1, 31)
    return services.plan_period(programme, year=year, part=part, opens_on=opens, due_on=due, by=by)


def _period(programme: Programme, year: int, by: User, part: int = 0) -> Period:
    period = _planned(programme, year, by, part)
    services.open_period(period, by=by)
    period.refresh_from_db()
    return period


def _packet(period: Period, institution: Institution) -> Packet:
    return period.packets.select_related("institution", "period").get(institution=institution)


def fill(packet: Packet, by: User) -> None:
    numbers = [Number("liczba patroli", Decimal(12), "own", "unit")]
    for entry in Entry.objects.filter(obligation__packet=packet):
        services.save_entry(
            entry, by=by, version=entry.version, outcome="done", text="Patrole.", reason="", numbers=numbers
        )


def _hand_in(packet: Packet, by: User) -> None:
    fill(packet, by)
    services.submit_packet(
        packet, by=by, signatory="Halina Kierownicza", signatory_function="komendant", signed_on=date(2022, 1, 10)
    )
    packet.refresh_from_db()


def _finished(programme: Programme, by: User) -> Evaluation:
    evaluation = evaluation_services.start_evaluation(programme, year=2021, by=by)
    evaluation_services.confirm_grades(evaluation.grades.all(), by=by)
    evaluation_services.finish_evaluation(evaluation, by=by)
    evaluation.refresh_from_db()
    return evaluation
