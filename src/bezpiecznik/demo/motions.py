"""Made-up motions of 2021-2023 in every stage of their way, and two that are open now."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bezpiecznik.accounts.demo import DOMAIN
from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.core.polish import slug
from bezpiecznik.demo import cycle
from bezpiecznik.institutions.models import Holding, Institution, Post
from bezpiecznik.institutions.recipients import people_with
from bezpiecznik.institutions.rights import Right, Role
from bezpiecznik.letters import services as letters
from bezpiecznik.letters.states import Channel
from bezpiecznik.motions import services
from bezpiecznik.motions.content import About, Content
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.options import checklist
from bezpiecznik.motions.states import EffectOutcome, MotionState
from bezpiecznik.plans.models import Programme, Undertaking

SINCE = date(2021, 1, 4)
S = MotionState


@dataclass(frozen=True)
class Scene:
    """A motion; `about` are beginnings of words by which an action that it concerns is found."""

    body: str
    day: date
    title: str
    proposal: str
    why: str
    cost: int | None
    from_what: str
    about: str


SCENES = {
    "crossing": Scene(
        "KMP", date(2021, 9, 13), "Doświetlenie przejścia dla pieszych przy ul. Zmyślonej",
        "Zamontowanie dwóch lamp nad przejściem przy szkole i odnowienie oznakowania poziomego.",
        "W okresie od stycznia do sierpnia 2021 r. doszło tu po zmroku do 4 potrąceń pieszych. Przejście leży na "
        "drodze do szkoły podstawowej.", 48_000, "budżet miasta, utrzymanie dróg", "miejsc niebezpiecznych",
    ),
    "cameras": Scene(
        "SM", date(2021, 11, 8), "Dwie kamery monitoringu przy dworcu",
        "Rozbudowa monitoringu o dwie kamery przy wejściu na dworzec i na parkingu.",
        "W trzech kwartałach 2021 r. straż podjęła tu 61 interwencji. Najbliższa kamera nie obejmuje parkingu.",
        72_000, "budżet miasta i środki własne zarządcy dworca", "szczególnym zagrożeniu",
    ),
    "shelter": Scene(
        "MOPR", date(2022, 2, 7), "Drugi punkt ogrzewania dla osób w kryzysie bezdomności",
        "Otwarcie od listopada do marca drugiego punktu ogrzewania, czynnego od 18:00 do 8:00.",
        "W styczniu 2022 r. jedyny punkt przyjmował średnio 34 osoby na 25 miejsc.", 96_000,
        "budżet miasta", "osób bezdomnych",
    ),
    "drones": Scene(
        "SM", date(2022, 5, 16), "Zakup drona do pomiaru dymu z kominów",
        "Zakup drona z czujnikiem pyłu i przeszkolenie czterech strażników.",
        "W sezonie 2021/2022 straż sprawdziła 412 palenisk; w 38 przypadkach nie mogła wejść na posesję.",
        130_000, "budżet miasta", "drona",
    ),
    "patrols": Scene(
        "KMP", date(2022, 10, 3), "Dodatkowe patrole w weekendy w centrum",
        "Sfinansowanie 60 służb ponadnormatywnych w piątki i soboty od kwietnia do września.",
        "W 2022 r. na te wieczory przypadło 41% interwencji w centrum (318 z 776).", 54_000,
        "budżet miasta", "patroli Policji",
    ),
    "training": Scene(
        "KM PSP", date(2023, 3, 6), "Czujniki tlenku węgla dla domów z piecykami gazowymi",
        "Zakup 200 czujników i montaż przez strażaków w mieszkaniach komunalnych.",
        "W dwóch ostatnich sezonach odnotowano 49 zdarzeń z tlenkiem węgla.", 24_000,
        "budżet miasta", "czujników czadu",
    ),
    "lights": Scene(
        "KMP", date(2023, 6, 12), "Zmiana organizacji ruchu przy ul. Próbnej",
        "Ograniczenie prędkości do 30 km/h i dwa progi zwalniające na odcinku przy przedszkolu.",
        "Pomiary z maja 2023 r.: 62% kierowców jechało szybciej, niż wolno (1\u00a0240 z 2\u00a0000 pojazdów).",
        15_000, "budżet miasta, utrzymanie dróg", "miejsc niebezpiecznych",
    ),
}  # fmt: skip
NOW = {
    "bins": Scene(
        "KMP", date.max, "Oświetlenie i monitoring parku przy ul. Wymyślonej",
        "Ustawienie 12 lamp na alejkach i jednej kamery przy placu zabaw.",
        "W trzech kwartałach roku przyjęliśmy stąd 57 zgłoszeń na mapie zagrożeń; 23 potwierdziliśmy.",
        88_000, "budżet miasta", "szczególnym zagrożeniu",
    ),
    "seniors": Scene(
        "MOPR", date.max, "Telefon zaufania dla seniorów",
        "Uruchomienie linii czynnej w dni robocze od 10:00 do 14:00, prowadzonej przez dwóch pracowników.",
        "W tym roku 118 osób starszych pytało w punktach konsultacyjnych, gdzie zadzwonić w sprawie oszustwa.",
        None, "", "oszustw",
    ),
    "draft": Scene(
        "KMP", date.max, "Stojaki na rowery z monitoringiem przy komisariacie", "", "", None, "",
        "szczególnym zagrożeniu",
    ),
}  # fmt: skip


def live(programme: Programme, *, by: User) -> None:
    """Motions of three years, then those of today; nothing where there are motions already."""
    president = next(iter(people_with(Right.DECIDE_MOTIONS)), None)
    if Motion.objects.exists() or president is None:
        return
    stage = Stage(programme, by, president)
    stage.granted("crossing", "Bezpieczeństwo dzieci jest ważniejsze niż koszt dwóch lamp. Montaż do końca roku.")
    stage.carried_out("crossing", "Lampy świecą od 10 grudnia 2021 r. Od tego dnia nie było tu po zmroku żadnego "
                      "potrącenia (policja, dane wstępne).")  # fmt: skip
    stage.returned_and_granted("cameras")
    stage.refused("drones", "Straż korzysta z drona sąsiedniej gminy na podstawie porozumienia. Zakup własnego nie "
                  "jest teraz uzasadniony; wrócimy do sprawy po sezonie.")  # fmt: skip
    stage.withdrawn("shelter")
    stage.granted("patrols", "Miasto sfinansuje 40 służb, tyle pozwala budżet na 2023 r.", partly=True)
    stage.carried_out(
        "patrols", "Policja odbyła 40 służb. Interwencji w centrum w weekendy było 291, rok wcześniej 318."
    )
    stage.on_paper("training")
    stage.carried_out("training", "Zamontowano 200 czujników; w pierwszym sezonie 7 z nich ostrzegło mieszkańców.")
    stage.granted("lights", "Progi i ograniczenie są potrzebne. Zarząd dróg wprowadzi zmianę do końca sierpnia.")
    stage.looked_at("lights", "Ograniczenie prędkości obowiązuje. Progi czekają na zamówienie.")
    stage.now()


class Stage:
    """Who acts, and the motions met so far."""

    def __init__(self, programme: Programme, office: User, president: User) -> None:
        self.programme, self.office, self.president = programme, office, president
        self.motions: dict[str, Motion] = {}

    def submitted(self, name: str, scene: Scene, day: date) -> Motion:
        head, body = self._head(scene.body), Institution.objects.get(abbr=scene.body)
        with cycle.day(day):
            motion = services.draft_motion(body, content(scene), about=self._about(scene), by=head)
            self.motions[name] = services.submit(motion, by=head)
        return self.motions[name]

    def admitted(self, name: str, scene: Scene, day: date) -> Motion:
        motion = self.submitted(name, scene, day)
        with cycle.day(add_working_days(day, 3)):
            return services.admit(motion, checks=checks(), by=self.office)

    def laid(self, name: str, scene: Scene, day: date) -> Motion:
        motion = self.admitted(name, scene, day)
        with cycle.day(add_working_days(day, 6)):
            note = "Wydatek mieści się w planie; wykonanie możliwe w tym roku."
            return services.lay_before_president(motion, note=note, by=self.office)

    def granted(self, name: str, reason: str, *, partly: bool = False) -> Motion:
        scene = SCENES[name]
        motion = self.laid(name, scene, scene.day)
        outcome = S.GRANTED_PARTLY if partly else S.GRANTED
        return self._decided(motion, add_working_days(scene.day, 14), outcome, reason)

    def _decided(self, motion: Motion, day: date, outcome: MotionState, reason: str) -> Motion:
        with cycle.day(day):
            services.decide(motion, outcome=outcome, reason=reason, by=self.president)
        with cycle.day(add_working_days(day, 2)):
            if outcome != S.REFUSED and (action := motion.undertakings.first()):
                services.set_task(motion, action, by=self.office)
            letter = services.draft_letter(motion, by=self.office)
        sent = add_working_days(day, 3)
        with cycle.day(sent):
            jobs.run(str(letters.number_letters([letter], dated_on=sent, by=self.office).pk))
            letter.refresh_from_db()
            letters.note_sending(letter, channel=Channel.E_DELIVERY, sent_on=sent, by=self.office)
        motion.refresh_from_db()
        return motion

    def carried_out(self, name: str, text: str) -> None:
        self._look(name, EffectOutcome.CARRIED_OUT, text)

    def looked_at(self, name: str, text: str) -> None:
        """It is to be looked at again soon."""
        self._look(name, EffectOutcome.UNDER_WAY, text, add_working_days(clock.today(), 15))

    def _look(self, name: str, outcome: EffectOutcome, text: str, again: date | None = None) -> None:
        motion = self.motions[name]
        motion.refresh_from_db()
        with cycle.day(add_working_days(motion.due_on or clock.today(), -3)):
            services.look_at_effect(motion, outcome=outcome, text=text, next_on=again, by=self.office)

    def returned_and_granted(self, name: str) -> None:
        scene = SCENES[name]
        motion, head = self.submitted(name, scene, scene.day), self._head(scene.body)
        lacking = "Prosimy o stanowisko zarządcy dworca: czy zgadza się na kamery i pokryje część kosztu."
        with cycle.day(add_working_days(scene.day, 4)):
            services.return_motion(motion, lacking=lacking, checks=checks(unmet=4), by=self.office)
        with cycle.day(add_working_days(scene.day, 10)):
            motion.refresh_from_db()
            services.submit(motion, note="Zarządca zgadza się i pokryje 30% kosztu.", by=head)
        with cycle.day(add_working_days(scene.day, 12)):
            services.admit(motion, checks=checks(), by=self.office)
        with cycle.day(add_working_days(scene.day, 14)):
            services.lay_before_president(motion, note="Zgoda zarządcy jest w aktach.", by=self.office)
        reason = "Kamery są potrzebne. Zakup w 2022 r., po podpisaniu porozumienia z zarządcą dworca."
        self._decided(motion, add_working_days(scene.day, 22), S.GRANTED, reason)
        with cycle.day(date(2022, 6, 20)):
            services.look_at_effect(
                motion, outcome=EffectOutcome.CARRIED_OUT, by=self.office,
                text="Kamery działają od 2 maja 2022 r.; w pierwszym miesiącu zauważono dzięki nim 14 zdarzeń.",
            )  # fmt: skip

    def refused(self, name: str, reason: str) -> None:
        scene = SCENES[name]
        motion = self.laid(name, scene, scene.day)
        self._decided(motion, add_working_days(scene.day, 18), S.REFUSED, reason)

    def withdrawn(self, name: str) -> None:
        scene = SCENES[name]
        motion = self.submitted(name, scene, scene.day)
        with cycle.day(add_working_days(scene.day, 5)):
            note = "Punkt otworzy organizacja pozarządowa; wniosek nie jest już potrzebny."
            services.withdraw(motion, note=note, by=self._head(scene.body))

    def on_paper(self, name: str) -> None:
        """It came on paper, went to the Commission, and is being carried out."""
        scene = SCENES[name]
        with cycle.day(scene.day):
            motion = services.enter_paper(
                Institution.objects.get(abbr=scene.body), content(scene), about=self._about(scene),
                sign="MZ.0754.12.2023", dated_on=scene.day - timedelta(days=4), by=self.office,
            )  # fmt: skip
        self.motions[name] = motion
        with cycle.day(add_working_days(scene.day, 3)):
            services.admit(motion, checks=checks(), by=self.office)
        with cycle.day(add_working_days(scene.day, 4)):
            services.send_to_commission(motion, by=self.office)
        with cycle.day(add_working_days(scene.day, 20)):
            note = "Komisja wyraziła zgodę w rozmowie, bez głosowania; opinii na piśmie nie ma."
            services.lay_before_president(motion, note=note, by=self.office)
        self._decided(
            motion, add_working_days(scene.day, 30), S.GRANTED, "Czujniki ratują życie, a koszt jest niewielki."
        )

    def now(self) -> None:
        """Two open today: one before the president, near its end; one just returned; and a draft of the police."""
        today = clock.today()
        self.laid("bins", NOW["bins"], add_working_days(today, -18))
        motion = self.submitted("seniors", NOW["seniors"], add_working_days(today, -5))
        with cycle.day(add_working_days(today, -2)):
            lacking = "Prosimy podać koszt roczny linii i napisać, kto ją poprowadzi w czasie urlopów."
            services.return_motion(motion, lacking=lacking, checks=checks(unmet=4), by=self.office)
        scene = NOW["draft"]
        body = Institution.objects.get(abbr=scene.body)
        services.draft_motion(body, content(scene), about=self._about(scene), by=self._head(scene.body))

    def _about(self, scene: Scene) -> About:
        """The first action of the programme whose wording has the words, else nothing."""
        standing = Undertaking.objects.actions().in_force().filter(programme=self.programme)
        named = standing.filter(wording__icontains=scene.about)
        found = named.select_related("area").in_document_order().first()
        return About((found.area,), (found,)) if found and found.area else About()

    def _head(self, abbr: str) -> User:
        """Who heads the institution; somebody made up where nobody does."""
        body = Institution.objects.get(abbr=abbr)
        if known := people_with(Right.WRITE_MOTION, body):
            return known[0]
        user = User.objects.create_user(
            f"kierownik-{slug(abbr)}@podmioty.{DOMAIN}", first_name="Kierownik", last_name=f"{abbr} (osoba zmyślona)"
        )
        post = Post.objects.create(name="kierownik podmiotu", role=Role.HEAD, institution=body)
        Holding.objects.create(post=post, user=user, since=SINCE)
        return user


def content(scene: Scene) -> Content:
    cost = None if scene.cost is None else Decimal(scene.cost)
    return Content(scene.title, scene.proposal, scene.why, cost, scene.from_what)


def checks(*, unmet: int | None = None) -> list[dict[str, object]]:
    return [{"point": point, "met": place != unmet} for place, point in enumerate(checklist())]
