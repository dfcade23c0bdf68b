"""What reporting writes to a partner when the lead of an action sees the joint result otherwise."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.institutions.recipients import people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Kind, register
from bezpiecznik.reporting.models import Agreement
from bezpiecznik.reporting.notices import INSTITUTION, PERIOD

DISPUTED = register(
    Kind(
        name="reporting.disputed",
        title=_("Rozbieżność we wspólnym działaniu"),
        audience=_("sprawozdawcy partnera"),
        occasion=_("gdy podmiot odpowiedzialny zaznaczy rozbieżność z tym, co złożył partner"),
        subject=_("Sprawozdanie za {{ period }}: {{ lead }} widzi rozbieżność"),
        body=_(
            "Dzień dobry,\n\n{{ lead }} inaczej podaje wspólny wynik działania {{ code }} niż {{ institution }} "
            "w sprawozdaniu za {{ period }}:\n\n{{ note }}\n\nNic nie trzeba zmieniać: słowa obu podmiotów stoją obok "
            "siebie. Można odpowiedzieć na stronie sprawozdania; odpowiedź zobaczą {{ lead }} i biuro."
        ),
        variables={
            "institution": INSTITUTION, "period": PERIOD, "lead": _("podmiot odpowiedzialny"),
            "code": _("numer działania"), "note": _("czego dotyczy rozbieżność"),
        },
        examples={
            "institution": "SM", "period": "I półrocze 2026", "lead": "KMP", "code": "1.2",
            "note": _("Podajemy 12 wspólnych spotkań, w sprawozdaniu partnera jest 9."),
        },
        required=("note",),
        private=("note",),
        act=_("Otwórz sprawozdanie"),
    )
)  # fmt: skip


def stance_disputed(agreement: Agreement) -> None:
    """Tell those who write for the partner."""
    packet, duty = agreement.partner.packet, agreement.partner.responsibility
    if packet is None:
        return
    words = {
        "institution": duty.institution.short,
        "period": str(packet.period),
        "lead": agreement.lead.obligation.responsibility.institution.short,
        "code": duty.undertaking.code,
        "note": agreement.note,
    }
    for person in people_with(Right.WRITE_REPORT, packet.institution):
        services.send(DISPUTED.name, to=person, url=packet.get_absolute_url(), **words)
