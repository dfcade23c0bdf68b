"""Signals stay in the file of the matter; letters of senders whom nobody knows go once they are settled."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, delete_from, keep_on_file, register
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP
from bezpiecznik.observations.models import Channel, IncomingLetter, LetterState, Observation

LETTER_DAYS = declare(
    Option(
        "observations.keep_letters",
        _("Rozstrzygnięte wiadomości nierozpoznanych nadawców: ile dni"),
        default=30,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 7, "max_value": 365},
    )
)


def register_kept() -> None:
    keep_on_file(
        "observations.signals",
        title=_("Sygnały"),
        holds=_("Okoliczności, doniesienia mediów i głosy mieszkańców bez danych osób; kto je wpisał i rozstrzygnął."),
        why=_("Sygnał i jego rozstrzygnięcie należą do akt oceny programu."),
        count=Observation.objects.count,
    )
    register(
        Kept(
            name="observations.letters",
            title=_("Wiadomości nierozpoznanych nadawców"),
            holds=_("Adres nadawcy (do rozstrzygnięcia), temat i treść wiadomości."),
            basis=_("art. 5 ust. 1 lit. c i e RODO"),
            ending=Ending.DELETED,
            why=_("Adres nadawcy usuwamy od razu z decyzją, resztę po upływie okresu. Czekające widać na pulpicie."),
            period=LETTER_DAYS,
            count=IncomingLetter.objects.count,
            due=lambda before: IncomingLetter.objects.filter(decided_at__lt=before).exclude(state=LetterState.WAITING),
            remove=delete_from(IncomingLetter),
        )
    )
    keep_on_file(
        "observations.channels",
        title=_("Kanały RSS"),
        holds=_("Adresy kanałów mediów i słowa kluczowe; bez danych osób."),
        basis=_("art. 6 ust. 1 lit. e RODO"),
        why=_("To ustawienia; kanał można wyłączyć."),
        count=Channel.objects.count,
    )
