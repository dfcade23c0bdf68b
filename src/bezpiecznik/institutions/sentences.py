"""How events about institutions and posts read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.models import Reporting
from bezpiecznik.institutions.rights import Role

register(
    {
        Event.CREATED: _("Dodano podmiot: %(object)s"),
        Event.ALIAS_ADDED: _("Dodano inną pisownię nazwy podmiotu %(object)s: „%(text)s”"),
        Event.REPORTING_SET: _("Ustalono, przez kogo sprawozdaje podmiot %(object)s"),
        Event.EDITED: _("Zmieniono dane podmiotu %(object)s"),
    },
    labels={
        "abbr": _("skrót"),
        "name": _("nazwa"),
        "collective": _("nazwa zbiorowa"),
        "reporting": _("sposób sprawozdawania"),
        "reports_through": _("sprawozdaje przez"),
        "through": _("klucz podmiotu, przez który sprawozdaje"),
        "role": _("rola"),
        "institution": _("podmiot"),
        "since": _("od"),
        "until": _("do"),
    },
    values={"reporting": dict(Reporting.choices), "role": dict(Role.choices)},
)
