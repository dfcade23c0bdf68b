"""Messages that this room sends."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.notices.kinds import Kind, register

LINK = register(
    Kind(
        name="reporting.link",
        title=_("Łącze jednorazowe do sprawozdania"),
        subject=_("Sprawozdanie: {{ podmiot }}"),
        body=_(
            "Dzień dobry,\n\nprosimy o wypełnienie sprawozdania, które składa {{ podmiot }}. Nie trzeba zakładać "
            "konta: przycisk otwiera stronę tylko z tym sprawozdaniem.\n\n"
            "Łącze działa do {{ wazne_do }} i otwiera się raz. Jeśli trzeba będzie wrócić do sprawozdania, na stronie "
            "łącza można jednym przyciskiem zamówić nowe na ten sam adres. Prosimy nie przekazywać go dalej."
        ),
        variables={"podmiot": _("nazwa podmiotu"), "wazne_do": _("dzień, do którego działa łącze")},
        act=_("Otwórz sprawozdanie"),
    )
)
