"""What is written to people about their posts."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.notices.kinds import Kind, register

INVITATION = register(
    Kind(
        name="institutions.invitation",
        title=_("Zaproszenie do systemu"),
        subject=_("Zaproszenie do Bezpiecznika"),
        body=_(
            "Dzień dobry,\n\n{{ inviter }} zaprasza do systemu, w którym prowadzony jest program bezpieczeństwa. "
            "Rola: {{ posts }}.\n\nNaciśnij przycisk i ustaw hasło. Zaproszenie jest ważne do {{ expires }} "
            "i działa tylko raz. Jeśli nie wiesz, o co chodzi, zignoruj tę wiadomość: nic się nie stanie."
        ),
        variables={
            "inviter": _("kto zaprasza"),
            "posts": _("stanowiska osoby zaproszonej"),
            "expires": _("ostatni dzień ważności"),
        },
        act=_("Ustaw hasło"),
    )
)
HANDOVER = register(
    Kind(
        name="institutions.handover",
        title=_("Przekazanie stanowiska następcy"),
        subject=_("Obejmujesz stanowisko: {{ post }}"),
        body=_(
            "Dzień dobry,\n\nod {{ day }} zajmujesz w Bezpieczniku stanowisko: {{ post }}. Poprzednio: {{ before }}. "
            "Wszystko, co do niego należy, przeszło razem z nim. Notatkę poprzednika i listę otwartych spraw "
            "znajdziesz po zalogowaniu."
        ),
        variables={
            "post": _("stanowisko"),
            "day": _("pierwszy dzień następcy"),
            "before": _("poprzednik"),
        },
        act=_("Przeczytaj, co zostaje"),
    )
)
DEPUTY = register(
    Kind(
        name="institutions.deputy",
        title=_("Wyznaczenie zastępcy"),
        subject=_("Zastępujesz: {{ holder }}"),
        body=_(
            "Dzień dobry,\n\n{{ days }} zastępujesz w Bezpieczniku osobę: {{ holder }} (stanowisko: {{ post }}). "
            "W tym czasie możesz robić to, co ona. Przy tym, co zrobisz, będzie zapisane, że w zastępstwie."
        ),
        variables={"holder": _("kogo"), "post": _("stanowisko"), "days": _("w jakich dniach")},
        act=_("Otwórz pulpit"),
    )
)
