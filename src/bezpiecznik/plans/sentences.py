"""How events of the programme read in the journal."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.sentences import register
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import DayUnit, Precision, ReportedWhen, ScheduleKind, SupplementKind

register(
    {
        Event.CREATED: _("Wpisano do rejestru program „%(object)s” z uchwały nr %(act_no)s"),
        Event.LEAD_NAMED: _("Wskazano podmiot odpowiedzialny za „%(object)s”: %(institution)s"),
        Event.SUPPLEMENTED: _("Uzupełniono, czego nie mówi uchwała: „%(object)s”"),
        Event.AMENDED: _("Wpisano zmianę programu „%(object)s”: %(basis)s, obowiązuje od %(effective_on)s"),
        Event.FUNDING_PLANNED: _("Zapisano, do ilu osób ma dotrzeć i z jakich pieniędzy korzysta „%(object)s”"),
        Event.ENDED: _("Zakończono program „%(object)s”, bo zastąpił go następny"),
        Event.FINDING_SETTLED: _("Załatwiono sprawę do uporządkowania w programie „%(object)s”: %(finding)s"),
        Event.FINDING_SET_ASIDE: _("Odłożono sprawę do uporządkowania w programie „%(object)s”: %(finding)s"),
        Event.FINDING_REOPENED: _("Otwarto ponownie sprawę do uporządkowania w programie „%(object)s”: %(finding)s"),
        Event.SCHEDULE_SET: _("Ustalono termin: „%(object)s”"),
        Event.DEADLINE_MOVED: _("Przesunięto termin: „%(object)s”, z powodu: „%(reason)s”"),
        Event.COMPLETED: _("Zakończono %(completed_on)s: „%(object)s”"),
        Event.COMPLETION_UNDONE: _("Cofnięto zakończenie: „%(object)s”"),
        Event.MILESTONE_ADDED: _("Dodano kamień milowy „%(milestone)s” do „%(object)s”"),
        Event.MILESTONE_MOVED: _("Przesunięto kamień milowy „%(milestone)s” w „%(object)s”, z powodu: „%(reason)s”"),
        Event.MILESTONE_REACHED: _("Osiągnięto kamień milowy „%(milestone)s” w „%(object)s”"),
        Event.MILESTONE_DROPPED: _("Zrezygnowano z kamienia milowego „%(milestone)s” w „%(object)s”: „%(reason)s”"),
        Event.MILESTONE_RESTORED: _("Przywrócono kamień milowy „%(milestone)s” w „%(object)s”"),
        Event.STATUTORY_ADDED: _("Dodano termin ustawowy „%(object)s”"),
        Event.STATUTORY_CHANGED: _("Zmieniono termin ustawowy „%(object)s”"),
        Event.FEED_MADE: _("Utworzono kalendarz do subskrypcji: %(object)s"),
        Event.FEED_RENEWED: _("Zmieniono adres kalendarza do subskrypcji: %(object)s"),
        Event.FEED_REVOKED: _("Unieważniono kalendarz do subskrypcji: %(object)s"),
    },
    labels={
        "act_no": _("nr uchwały"),
        "successor": _("klucz następnego programu"),
        "institution": _("podmiot"),
        "finding": _("uwaga do dokumentu"),
        "reason": _("powód"),
        "basis": _("podstawa"),
        "people": _("liczba odbiorców"),
        "planned": _("zaplanowane środki"),
        "effective_on": _("obowiązuje od"),
        "changes": _("co zmieniono"),
        **{str(kind): kind.label for kind in SupplementKind},
        "schedule_kind": _("rodzaj"),
        "source": _("podstawa prawna"),
        "starts_on": _("początek"),
        "ends_on": _("koniec"),
        "precision": _("dokładność"),
        "rrule": _("reguła powtarzania"),
        "report_within": _("dni na sprawozdanie"),
        "report_unit": _("rodzaj dni"),
        "reported": _("kiedy sprawozdanie"),
        "was_on": _("było"),
        "now_on": _("jest"),
        "completed_on": _("dzień zakończenia"),
        "milestone": _("kamień milowy"),
        "milestone_due": _("termin"),
        "done_on": _("osiągnięto"),
    },
    values={
        "schedule_kind": dict(ScheduleKind.choices),
        "precision": dict(Precision.choices),
        "report_unit": dict(DayUnit.choices),
        "reported": dict(ReportedWhen.choices),
    },
)
