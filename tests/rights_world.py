"""One of everything, for the table of rights: years closed, open and planned, packets in each state, an upload."""

import io
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from cast import limit, make_person, seat
from django.conf import settings
from django.test import Client
from PIL import Image
from rights_commission import CommissionWorld, build_commission
from rights_meetings import MeetingsWorld, build_meetings

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services as activity_services
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.importing import services as activity_files
from bezpiecznik.activities.models import Activity, ActivityImport, Attachment
from bezpiecznik.administration import persons
from bezpiecznik.administration.models import PersonExport
from bezpiecznik.core import clock, jobs, verification
from bezpiecznik.core.models import Verification
from bezpiecznik.council.models import Matter
from bezpiecznik.documents import services as document_services
from bezpiecznik.documents.logos import drawn
from bezpiecznik.documents.models import Document, OfficeLook, Signing
from bezpiecznik.evaluation import documents as evaluation_documents
from bezpiecznik.evaluation import recommending
from bezpiecznik.evaluation import services as evaluation_services
from bezpiecznik.evaluation.models import Evaluation, Grade, Recommendation
from bezpiecznik.files.services import store
from bezpiecznik.indicators.models import Indicator
from bezpiecznik.institutions import membership
from bezpiecznik.institutions import services as institution_services
from bezpiecznik.institutions.importing import services as importing_services
from bezpiecznik.institutions.models import Absence, Handover, Institution, Invitation, RegisterImport
from bezpiecznik.institutions.people.invitations import Newcomer
from bezpiecznik.institutions.people.services import add_person
from bezpiecznik.institutions.posts.deputies import name_deputy
from bezpiecznik.institutions.posts.handovers import hand_over
from bezpiecznik.institutions.posts.services import NewPost
from bezpiecznik.institutions.rights import Role
from bezpiecznik.intake import services as intake_services
from bezpiecznik.intake.faults import fault_key
from bezpiecznik.intake.models import Intake
from bezpiecznik.letters import services as letters_services
from bezpiecznik.letters.models import Letter, Series
from bezpiecznik.letters.states import Channel
from bezpiecznik.letters.templates import Wording
from bezpiecznik.motions import services as motion_services
from bezpiecznik.motions.content import Content
from bezpiecznik.motions.models import Motion, MotionFile
from bezpiecznik.notices.models import Message
from bezpiecznik.observations import services as signals
from bezpiecznik.observations.facts import Facts as SignalFacts
from bezpiecznik.observations.models import Channel as RssChannel
from bezpiecznik.observations.models import IncomingLetter, Observation
from bezpiecznik.plans import feeds
from bezpiecznik.plans.findings import keep_findings
from bezpiecznik.plans.milestones import add_milestone
from bezpiecznik.plans.models import (
    Area,
    CalendarFeed,
    DocumentFinding,
    Milestone,
    Programme,
    Responsibility,
    StatutoryDate,
    Undertaking,
)
from bezpiecznik.reporting import services
from bezpiecznik.reporting.ladder import services as ladder
from bezpiecznik.reporting.models import (
    Agreement,
    BroughtFile,
    Contribution,
    Doubt,
    Entry,
    LadderPause,
    LadderStep,
    LinkToken,
    LockException,
    Obligation,
    Packet,
    Period,
    Remark,
)
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.writing import write_workbook
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.substance.facts import DoubtCode
from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Finding

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
FAULT = Finding("COUNT_MISMATCH", "warning", "obszary", ("l.7",), "W tekście podano inną liczbę obszarów.")


@dataclass
class World:
    files: Path
    people: dict[str, User]
    police: Institution
    guard: Institution
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
    invitation: Invitation
    absence: Absence
    handover: Handover
    checked: Verification
    letter: Letter
    numbered: Letter
    series: Series
    link: LinkToken
    activity: Activity
    """A meeting of the police, which residents see."""
    photo: Attachment
    """Beside the activity, with nobody on it."""
    twin: Activity
    """Of the guard, with the police named: perhaps the same as `activity`."""
    joined: Activity
    """Of the police, given up to a row of the guard."""
    activity_file: ActivityImport
    """Of the police, looked through and not yet written."""
    commission: CommissionWorld
    motion: Motion
    """Of the police, submitted by its head."""
    motion_file: MotionFile
    meetings: MeetingsWorld
    address: str
    """The secret of a one-time link not opened yet."""
    sessions: dict[str, str] = field(default_factory=dict)
    """Keys of sessions, by visitor."""
    browsers: dict[str, Client] = field(default_factory=dict)
    """One for each visitor."""

    def sent_letter(self) -> Letter:
        """The numbered letter, noted as sent today."""
        letters_services.note_sending(
            self.numbered, channel=Channel.POST, sent_on=clock.today(), by=self.people["coordinator"]
        )
        return self.numbered

    def signing(self) -> Signing:
        """The document, noted as signed today."""
        return document_services.note_signing(
            self.document, signed_on=clock.today(), signed_by="Jan Nowak", by=self.people["coordinator"]
        )

    def look(self) -> OfficeLook:
        """How the office's documents look, with a logo."""
        picture = io.BytesIO()
        Image.new("RGB", (60, 40), "navy").save(picture, "PNG")
        chosen = {"header": "", "footer": "", "unit": "", "logo_alt": "Herb", "drop_logo": False, "seen": 0}
        logo = drawn(picture.getvalue())
        return document_services.change_look(**chosen, logo=logo, by=self.people["coordinator"])

    @property
    def initiative(self) -> Undertaking:
        """A programme run by an institution."""
        return self.programme.undertakings.get_or_create(kind="initiative", no=1, defaults={"wording": "Senior"})[0]

    @property
    def finding(self) -> DocumentFinding:
        """What is to be put in order at the next change of the programme."""
        return self.programme.findings.get()

    @property
    def milestone(self) -> Milestone:
        """A step on the way of the patrols."""
        by = self.people["coordinator"]
        known = self.patrols.milestones.first()
        return known or add_milestone(self.patrols, name="Odprawa", due_on=date(2023, 5, 1), by=by)

    @property
    def statutory(self) -> StatutoryDate:
        return StatutoryDate.objects.get(slug="commission-term")

    @property
    def feed(self) -> CalendarFeed:
        """The reporter's own calendar."""
        return feeds.make_feed(self.people["reporter"], None, by=self.people["reporter"])

    def signal(self, title: str = "Ciemno na przystankach") -> Observation:
        """Not decided yet."""
        said = SignalFacts("media", title, date(2022, 11, 3))
        return signals.register_observation(self.programme, by=self.people["coordinator"], facts=said)

    def channel(self) -> RssChannel:
        channel = RssChannel(name="Gazeta", address="https://gazeta.example/rss", keywords="wiata", active=False)
        return signals.keep_channel(channel, by=self.people["coordinator"])

    def incoming(self) -> IncomingLetter:
        """Of a sender whom nobody knows."""
        words = {"sender": "ktos@poczta.example", "subject": "Płot", "text": "Dziura.", "sent_on": date(2022, 11, 3)}
        return IncomingLetter.objects.create(key="a" * 64, **words)

    @property
    def matter(self) -> Matter:
        """The yearly report of 2021 on its way to the council."""
        facts = {"opened_by": self.people["coordinator"]}
        key = {"kind": "programme_report", "year": 2021, "programme": self.programme}
        return Matter.objects.get_or_create(**key, defaults=facts)[0]

    @property
    def indicator(self) -> Indicator:
        """What the police count."""
        facts = {"definition": "Wszystkie zgłoszone.", "source": "KMP"}
        return Indicator.objects.get_or_create(name="Zdarzenia", defaults=facts)[0]

    @property
    def fault(self) -> str:
        """The key of a fault of the document in review."""
        return fault_key(FAULT)

    @property
    def message(self) -> Message:
        """One that was sent: the request to the police to report for 2021."""
        return Message.objects.filter(user=self.people["reporter"], kind="reporting.opened").earliest("pk")

    @property
    def pause(self) -> LadderPause:
        """Reminders of the open period held back."""
        known = LadderPause.objects.filter(period=self.open, ended_at=None).first()
        by = self.people["coordinator"]
        return known or ladder.pause(self.open, packet=None, until=clock.today(), reason="Powódź.", by=by)

    @property
    def ladder_step(self) -> LadderStep:
        return LadderStep.objects.get_or_create(offset=1, defaults={"name": "Przypomnienie po terminie"})[0]

    @property
    def asked_to_add(self) -> Entry:
        """An entry of the guard's report that speaks for „służby”, to which the police may add."""
        collective = self.police.collectives.get().collective
        duty, _new = Responsibility.objects.get_or_create(
            undertaking=self.patrols, institution=collective, role="partner"
        )
        packet = self.open.packets.get(institution=self.guard)
        obligation, _new = Obligation.objects.get_or_create(
            period=self.open, responsibility=duty, defaults={"packet": packet}
        )
        return Entry.objects.get_or_create(obligation=obligation)[0]

    @property
    def added(self) -> Contribution:
        """What the guard added to an entry of the police."""
        return Contribution.objects.get_or_create(
            entry=self.draft_entry, institution=self.guard, defaults={"text": "Wspólne patrole.", "version": 1,
            "updated_at": clock.now(), "updated_by": self.people["neighbour"]},
        )[0]  # fmt: skip

    def to_sign(self) -> Packet:
        """The draft packet, filled in and handed over to the head."""
        fill(self.draft, self.people["reporter"])
        services.hand_over_for_signature(self.draft, by=self.people["reporter"])
        return self.draft

    def brought_file(self) -> BroughtFile:
        """The draft packet's own workbook, brought by the office as it is."""
        data = write_workbook(content_of(self.draft))
        return services.bring_file(
            self.draft, data, name="policja.xlsx", by=self.people["coordinator"], on_behalf=True
        )[0]

    def bundled(self) -> Period:
        """The open period, with its files made."""
        services.keep_bundle(self.open, b"PK", packets=1, by=self.people["coordinator"])
        return self.open

    def exception(self) -> LockException:
        """More time for the draft packet."""
        return services.grant_exception(
            self.draft, until=clock.today(), moves_deadline=True, reason="Choroba.", by=self.people["coordinator"]
        )

    def remark(self) -> Remark:
        """Made when the submitted packet was returned."""
        entry = Entry.objects.get(obligation__packet=self.submitted)
        services.return_packet(
            self.submitted, by=self.people["coordinator"], note="Ile?", remarks={(entry, "text"): "Ile godzin?"}
        )
        return entry.remarks.get()

    def export_of(self, *, by: str) -> PersonExport:
        """What is known of the guest, gathered for this person."""
        export = persons.ask_for_export(self.people["guest"], by=self.people[by])
        jobs.run(str(export.job_id))
        return export

    def partner_of(self, entry: Entry) -> int:
        """The city guard's obligation about the same action in the same period."""
        period = entry.obligation.period_id
        return Obligation.objects.get(period=period, responsibility__institution=self.guard).pk

    def recommendation(self) -> Recommendation:
        """Of the finished evaluation."""
        by, programme = self.people["coordinator"], self.programme
        known = Recommendation.objects.filter(programme=programme).first()
        return known or recommending.recommend(programme, year=2021, text="Ujednolicić miernik.", by=by)

    def doubt(self, packet: Packet) -> Doubt:
        """A question about the police's entry."""
        entry = Entry.objects.filter(obligation__packet=packet).earliest("pk")
        return Doubt.objects.get_or_create(entry=entry, code=DoubtCode.SAYS_LITTLE)[0]

    def stance(self) -> Agreement:
        """What the police say of the city guard's contribution."""
        words = {"version_no": 1, "words_sha256": "0" * 64, "at": clock.now(), "by": self.people["reporter"]}
        partner = self.partner_of(self.draft_entry)
        return Agreement.objects.get_or_create(lead=self.draft_entry, partner_id=partner, defaults=words)[0]

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
        "elsewhere": make_person("Elwira", "Gdzieindziejska"),
        "administrator": make_person("Adam", "Administratorski", Role.ADMINISTRATOR),
        "president": make_person("Patrycja", "Prezydencka", Role.PRESIDENT),
    }
    by, reporter = people["coordinator"], people["reporter"]
    programme, patrols = _programme(police, guard)
    _coordinates_another_programme(people["elsewhere"])
    closed = [_period(programme, year, by) for year in (2021, 2022)]
    for period in closed:
        _hand_in(_packet(period, police), reporter)
        services.close_period(period, by=by)
    keep_findings(programme, [FAULT])
    finished = _finished(programme, by)
    document = evaluation_documents.request_annual_report(finished, issued_on=date(2022, 3, 1), by=by)
    jobs.run(str(document.job_id))
    drafted = evaluation_services.start_evaluation(programme, year=2022, by=by)
    halves = [_period(programme, 2023, by, part=part) for part in (1, 2)]
    submitted, draft = (_packet(period, police) for period in halves)
    _hand_in(submitted, reporter)
    intake = intake_services.upload(RESOLUTION.encode(), name="uchwala.txt", by=by)
    series, letters = _letters(police, by)
    return World(
        files=files, people=people,
        police=police, guard=guard, programme=programme, patrols=patrols, closed=closed[0], open=halves[1],
        planned=_planned(programme, 2024, by), submitted=submitted, draft=draft,
        draft_entry=Entry.objects.get(obligation__packet=draft), drafted=drafted, finished=finished,
        grade=drafted.grades.get(), document=document, intake=_with_a_fault(intake_services.read_now(intake)),
        letter=letters[0], numbered=letters[1], series=series, link=_opened(police, by), address=_sent(police, by),
        checked=verification.keep(verification.run(), by=by),
        **_posts(police, people),
        **_activity(police, patrols, reporter),
        **_twins(police, guard, reporter),
        brought=_register_over_time(police, by),
        **_motion(police, people["head"]),
        commission=(commission := build_commission(by=by)),
        meetings=build_meetings(commission.term.commission, by=by),
    )  # fmt: skip


def _with_a_fault(intake: Intake) -> Intake:
    """The reading with FAULT among the faults of its document."""
    reading = Reading.from_json(intake.reading or {})
    intake.reading = replace(reading, findings=(*reading.findings, FAULT)).to_json()
    intake.save(update_fields=("reading",))
    return intake


def _posts(police: Institution, people: dict[str, User]) -> dict[str, Any]:
    """A post of the police handed over to the reporter, a deputy named for later, somebody invited."""
    by = people["administrator"]
    former = seat(make_person("Felicja", "Dawna"), Role.REPORTER, police)
    handover = hand_over(former, to=people["reporter"], on=clock.today(), note="Teczki są w szafie.", by=by)
    absence = name_deputy(handover.after, deputy=people["guest"], since=date(2090, 1, 1), until=None, by=by)
    newcomer = Newcomer("nowa@kmp.example", "Nina", "Nowa")
    invited = add_person(newcomer, post=NewPost("dyżurna", Role.REPORTER, police), since=clock.today(), by=by)
    return {"handover": handover, "absence": absence, "invitation": invited.invitations.get()}


def _letters(police: Institution, by: User) -> tuple[Series, list[Letter]]:
    """A draft, and a series of one numbered letter with its files."""
    words = {"place": "Zatorzyn", "signatory_function": "Dyrektor"}
    draft = letters_services.draft_letter(police, addressee="KMP", subject="danych", body="Treść.", by=by, **words)
    wording = Wording("danych", "Treść.")
    series = letters_services.draft_series([police], template=None, wording=wording, by=by, **words)
    job = letters_services.number_letters(list(series.letters.all()), dated_on=clock.today(), series=series, by=by)
    jobs.run(str(job.pk))
    return series, [draft, series.letters.get()]


def _sent(police: Institution, by: User, email: str = "adres@podmiot.example") -> str:
    services.send_link(police, email=email, first_name="Ewa", last_name="Nowa", by=by)
    return Message.objects.latest("pk").url.strip("/").rpartition("/")[2]


def _opened(police: Institution, by: User) -> LinkToken:
    token = services.open_link(_sent(police, by, "otwarte@podmiot.example"))
    assert token is not None
    return token


def _activity(police: Institution, patrols: Undertaking, by: User) -> dict[str, Any]:
    """A public meeting of 2022 with a photo."""
    facts = Facts("meeting", "Spotkanie z seniorami", date(2022, 5, 4), participants=30)
    activity = activity_services.create_activity(police, by=by, facts=facts, undertakings=[patrols])
    activity_services.show_activity(activity, by=by)
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(picture, "JPEG")
    photo = activity_services.add_file(
        activity, by=by, data=picture.getvalue(), name="sala.jpg", description="Pusta sala"
    )
    return {"activity": activity, "photo": photo}


def _motion(police: Institution, head: User) -> dict[str, Any]:
    motion = motion_services.draft_motion(police, Content("Lampy", "Dwie lampy.", "Jest ciemno."), by=head)
    beside = motion_services.add_file(motion, data=b"%PDF-1.4 plan", name="plan.pdf", by=head)
    return {"motion": motion_services.submit(motion, by=head), "motion_file": beside}


def _twins(police: Institution, guard: Institution, by: User) -> dict[str, Any]:
    """What the guard entered of the same meeting, a festival joined already, and a file of the police."""
    facts = Facts("meeting", "Spotkanie z seniorami", date(2022, 5, 4), participants=32)
    twin = activity_services.create_activity(guard, by=by, facts=facts, others=[police])
    festival = Facts("campaign", "Festyn", date(2022, 6, 4), participants=300)
    joined = activity_services.create_activity(police, by=by, facts=festival)
    main = activity_services.create_activity(guard, by=by, facts=festival)
    activity_services.join_activities(joined, into=main, by=by)
    brought = activity_files.bring(police, b"Data;Co\n4.07.2022;Pogadanka\n", name="lipiec.csv", by=by)
    return {"twin": twin, "joined": joined, "activity_file": brought}


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


def _coordinates_another_programme(person: User) -> None:
    """Everything in this world is foreign to her: she coordinates another programme of the same town."""
    other = Programme.objects.create(
        title="Program sąsiedzki", unit="Miasto Zatorzyn", council="Rada Miasta Zatorzyna",
        act_no="X/2/2021", act_date=date(2021, 3, 18), year_from=2010, year_to=2012,
    )  # fmt: skip
    limit(seat(person, Role.COORDINATOR), other)


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
