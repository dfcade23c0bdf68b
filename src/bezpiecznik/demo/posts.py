"""Posts of the demonstration: one vacant, a deputy on duty, a fresh hand-over, an invitation, one who never came."""

from datetime import timedelta

from bezpiecznik.accounts.demo import DOMAIN, PASSWORD
from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.polish import slug
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.institutions.people.invitations import Newcomer
from bezpiecznik.institutions.people.services import add_person
from bezpiecznik.institutions.posts import deputies, handovers, services
from bezpiecznik.institutions.posts.services import NewPost
from bezpiecznik.institutions.rights import Role
from bezpiecznik.plans import division

MADE_UP = "osoba zmyślona"
NOTE = (
    "Teczka z ankietami jest w pokoju 12. Szkoły przysyłają dane pod koniec miesiąca, najlepiej przypomnieć im "
    "tydzień wcześniej. Proszę uważać na liczbę rodzin: liczymy rodziny, nie osoby."
)
NEVER_CAME = 7
"""Which of the clerks, in the order in which they were made, never signed in."""


def show(*, by: User) -> None:
    """Everything the pages about posts and people have to show; invented people are marked as such."""
    police, welfare = (Institution.objects.get(abbr=abbr) for abbr in ("KMP", "MOPR"))
    _let_clerks_sign_in()
    _leave_vacant(police, by=by)
    juvenile = _put_deputy(police, by=by)
    _hand_over(welfare, by=by)
    _invite(by=by)
    _divide(police, juvenile, by=by)


def _let_clerks_sign_in() -> None:
    """The cast and the clerks were here lately, each on another day; one clerk never was."""
    clerks = list(User.objects.filter(email__endswith=f"podmioty.{DOMAIN}").order_by("pk"))
    silent = clerks[NEVER_CAME % len(clerks)].pk if clerks else None
    for number, user in enumerate(User.objects.order_by("pk")):
        if user.pk != silent:
            user.last_login = clock.now() - timedelta(days=2 + number % 20, minutes=7 * number)
            user.save(update_fields=("last_login",))


def _person(first_name: str, last_name: str) -> User:
    email = f"{slug(first_name)}.{slug(last_name)}@podmioty.{DOMAIN}"
    user = User.objects.create_user(email, PASSWORD, first_name=first_name, last_name=last_name, function=MADE_UP)
    user.last_login = clock.now() - timedelta(days=4)
    user.save(update_fields=("last_login",))
    return user


def _leave_vacant(police: Institution, *, by: User) -> None:
    today = clock.today()
    post = services.add_post(name="naczelnik wydziału prewencji", role=Role.REPORTER, institution=police, by=by)
    gone = _person("Leon", "Odeszły")
    services.seat(post, user=gone, since=today - timedelta(days=900), until=today - timedelta(days=40), by=by)


def _put_deputy(police: Institution, *, by: User) -> Post:
    today = clock.today()
    post = services.add_post(name="specjalistka do spraw nieletnich", role=Role.REPORTER, institution=police, by=by)
    away = services.seat(post, user=_person("Olga", "Urlopowa"), since=today - timedelta(days=700), by=by)
    jan = User.objects.get(last_name="Dzielnicowy")
    deputies.name_deputy(
        away, deputy=jan, since=today - timedelta(days=2), until=today + timedelta(days=9), by=away.user
    )
    return post


def _hand_over(welfare: Institution, *, by: User) -> None:
    today = clock.today()
    post = services.add_post(
        name="koordynatorka zespołu interdyscyplinarnego", role=Role.REPORTER, institution=welfare, by=by
    )
    before = services.seat(post, user=_person("Barbara", "Poprzednia"), since=today - timedelta(days=1100), by=by)
    handovers.hand_over(before, to=User.objects.get(last_name="Pomocna"), on=today, note=NOTE, by=by)


def _invite(*, by: User) -> None:
    guard = Institution.objects.filter(abbr="SM").first() or Institution.objects.order_by("pk")[0]
    newcomer = Newcomer(f"zofia.zaproszona@podmioty.{DOMAIN}", "Zofia", "Zaproszona", MADE_UP)
    post = NewPost("kierowniczka referatu profilaktyki", Role.REPORTER, guard)
    with clock.pretend(clock.now() - timedelta(days=3)):
        add_person(newcomer, post=post, since=clock.today(), by=by)


def _divide(police: Institution, juvenile: Post, *, by: User) -> None:
    duties = list(division.duties(police))
    own = Post.objects.filter(institution=police, holdings__user__last_name="Dzielnicowy").first()
    division.divide(police, chosen=duties[:4], post=own, by=by)
    division.divide(police, chosen=duties[4:7], post=juvenile, by=by)
