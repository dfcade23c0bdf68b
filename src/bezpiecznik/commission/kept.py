"""Matters of the Commission are files of the office: the system never removes them."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.models import CommissionReport, InformationRequest, Membership
from bezpiecznik.core.keeping import Ending, Kept, register

BASIS = _("ustawa o narodowym zasobie archiwalnym i archiwach; art. 6 ust. 1 lit. c i e RODO")


def register_kept() -> None:
    """Classes of data of the composition's half."""
    register(
        Kept(
            name="commission.memberships",
            title=_("Skład Komisji"),
            holds=_("Imię i nazwisko, funkcja, adres e-mail, od kiedy do kiedy, dlaczego udział się skończył."),
            basis=BASIS,
            ending=Ending.KEPT,
            why=_("Udział w Komisji to funkcja publiczna; skład ogłasza się w sprawozdaniu z jej prac."),
            count=Membership.objects.count,
        )
    )
    register(
        Kept(
            name="commission.requests",
            title=_("Żądania informacji Komisji"),
            holds=_("O co pytano, kogo i z jakim skutkiem; pliki odpowiedzi. Bez akt osobowych i spraw."),
            basis=BASIS,
            ending=Ending.KEPT,
            why=_("To akta sprawy i podstawa sprawozdania z prac Komisji."),
            count=InformationRequest.objects.count,
        )
    )
    register(
        Kept(
            name="commission.reports",
            title=_("Sprawozdania z prac Komisji"),
            holds=_("Teksty sprawozdań i ich droga do rady i dziennika urzędowego."),
            basis=BASIS,
            ending=Ending.KEPT,
            why=_("Sprawozdanie ogłasza się w wojewódzkim dzienniku urzędowym."),
            count=CommissionReport.objects.count,
        )
    )
