"""What is written to people about their posts."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.notices.kinds import Kind, register

INVITATION = register(
    Kind(
        name="institutions.invitation",
        title=_("Zaproszenie do systemu"),
        audience=_("osoba, której założono konto"),
        occasion=_("gdy ktoś doda osobę albo wyśle jej zaproszenie ponownie"),
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
        examples={
            "inviter": "Krystyna Koordynatorska",
            "posts": "sprawozdawca, Komenda Miejska Policji",
            "expires": "20 lipca 2026",
        },
        required=("expires",),
        act=_("Ustaw hasło"),
        urgent=True,
        secret=True,
    )
)
HANDOVER = register(
    Kind(
        name="institutions.handover",
        title=_("Przekazanie stanowiska następcy"),
        audience=_("następca na stanowisku"),
        occasion=_("gdy ktoś przekaże mu stanowisko"),
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
        examples={
            "post": "sprawozdawca, Komenda Miejska Policji",
            "day": "1 września 2026",
            "before": "Robert Raportowski",
        },
        required=("post", "day"),
        act=_("Przeczytaj, co zostaje"),
    )
)
DEPUTY = register(
    Kind(
        name="institutions.deputy",
        title=_("Wyznaczenie zastępcy"),
        audience=_("zastępca"),
        occasion=_("gdy ktoś wyznaczy zastępstwo"),
        subject=_("Zastępujesz: {{ holder }}"),
        body=_(
            "Dzień dobry,\n\n{{ days }} zastępujesz w Bezpieczniku osobę: {{ holder }} (stanowisko: {{ post }}). "
            "W tym czasie możesz robić to, co ona. Przy tym, co zrobisz, będzie zapisane, że w zastępstwie."
        ),
        variables={"holder": _("kogo"), "post": _("stanowisko"), "days": _("w jakich dniach")},
        examples={
            "holder": "Robert Raportowski",
            "post": "sprawozdawca, Komenda Miejska Policji",
            "days": "od 1 do 14 lipca 2026",
        },
        required=("holder", "days"),
        act=_("Otwórz pulpit"),
    )
)
