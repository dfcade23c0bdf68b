"""What this room prints: the consolidated text, the draft of the next programme, what became of the former one."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text
from bezpiecznik.documents import kinds
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.access import LIMITS
from bezpiecznik.documents.kinds import Kind, Material, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind, DocumentQuerySet
from bezpiecznik.editions.draft_text import draft_of
from bezpiecznik.editions.models import Edition
from bezpiecznik.editions.outcome import outcome_of
from bezpiecznik.editions.papers.consolidated import consolidated
from bezpiecznik.editions.papers.draft import draft_programme
from bezpiecznik.editions.papers.former import former_programme
from bezpiecznik.editions.queries import report_of
from bezpiecznik.editions.states import EditionState
from bezpiecznik.institutions.access import Visitor
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme, Supplement
from bezpiecznik.plans.programme_text import text_on
from bezpiecznik.plans.scopes import scope_of

CONSOLIDATED = DocumentKind.CONSOLIDATED_PROGRAMME
DRAFT = DocumentKind.DRAFT_PROGRAMME
FORMER = DocumentKind.FORMER_PROGRAMME


def within_programmes(user: Visitor, right: Right, documents: DocumentQuerySet) -> DocumentQuerySet:
    """Without drafts, settlings-up and texts of programmes over which the person does not hold the right."""
    scope = scope_of(user, right)
    if scope.everything:
        return documents
    own = [subject_of(edition) for edition in scope.narrow(Edition.objects.all(), "former")]
    texts = [f"programme:{key}" for key in scope.keys]
    documents = documents.exclude(~Q(subject__in=texts), kind=CONSOLIDATED)
    return documents.exclude(~Q(subject__in=own), kind__in=(DRAFT, FORMER))


def register() -> None:
    LIMITS.append(within_programmes)
    kinds.register(
        CONSOLIDATED, Kind("TJ", build=consolidated, find=find_consolidated, draft=find_consolidated, public=True)
    )
    kinds.register(DRAFT, Kind("PP", build=draft_programme, find=find_draft, draft=draft_as_it_stands))
    kinds.register(FORMER, Kind("RP", build=former_programme, find=find_former, draft=former_as_it_stands, public=True))


def subject_of(edition: Edition) -> str:
    return f"edition:{edition.pk}"


# --- the consolidated text ---------------------------------------------------------------------------------


def find_consolidated(wanted: Wanted) -> Material:
    """As of the last day of the year, or of today where that is earlier. Raises NotReady, with a sentence."""
    found = Programme.objects.filter(year_from__lte=wanted.year, year_to__gte=wanted.year)
    if wanted.programme is not None:
        found = found.filter(pk=wanted.programme)
    programmes = list(found.newest_first())
    if not programmes:
        raise NotReady(_("Na rok %(year)s nie ma programu.") % {"year": wanted.year})
    if len(programmes) > 1:
        raise NotReady(_("Rok %(year)s mają dwa programy; wskaż program.") % {"year": wanted.year})
    return consolidated_on(programmes[0], min(date(wanted.year, 12, 31), clock.today()))


def consolidated_on(programme: Programme, day: date) -> Material:
    text = text_on(programme, day)
    snapshot = {"on": day.isoformat(), "text": text, "supplements": _supplements(programme)}
    title = _("Tekst jednolity programu na dzień %(day)s") % {"day": f"{day:%d.%m.%Y}"}
    return Material(day.year, as_text(snapshot), title, subject=f"programme:{programme.pk}")


def _supplements(programme: Programme) -> list[dict[str, str]]:
    """What the office said beside the resolution, in the document's order; never a part of the resolution's text."""
    rows = Supplement.objects.select_related("undertaking__area", "area", "goal")
    of_areas = rows.filter(area__programme=programme).order_by("area__no", "kind")
    own = rows.filter(undertaking__programme=programme)
    own = own.order_by("undertaking__kind", "undertaking__area__no", "undertaking__no", "kind")
    return [*(_supplement(one) for one in of_areas), *(_supplement(one) for one in own)]


def _supplement(said: Supplement) -> dict[str, str]:
    where = (
        said.undertaking.code if said.undertaking else _("obszar %(no)s") % {"no": said.area.no if said.area else ""}
    )
    return {"where": where, "what": str(said.get_kind_display()), "text": str(said)}


# --- the draft and what became of the former one -----------------------------------------------------------


def find_draft(wanted: Wanted) -> Material:
    """The draft with every fate decided. Raises NotReady, with a sentence."""
    edition = _edition(wanted, of_next=True)
    if edition.fates.undecided().exists():
        raise NotReady(_("Nie rozstrzygnięto jeszcze o wszystkich pozycjach poprzedniego programu."))
    return draft_material(edition)


def draft_as_it_stands(wanted: Wanted) -> Material:
    return draft_material(_edition(wanted, of_next=True))


def draft_material(edition: Edition) -> Material:
    snapshot = {"draft": draft_of(edition), "consultations": _reports(edition)}
    return Material(edition.year_from, as_text(snapshot), edition.title, subject=subject_of(edition))


def _reports(edition: Edition) -> list[dict[str, Any]]:
    """Reports of consultations that are over, the earliest first."""
    over = [one for one in edition.consultations.order_by("opens_on", "pk") if one.is_over]
    return [
        {"opens_on": one.opens_on.isoformat(), "closes_on": one.closes_on.isoformat(), "rows": report_of(one)}
        for one in over
    ]


def find_former(wanted: Wanted) -> Material:
    """The former programme settled up, once the next one is adopted. Raises NotReady, with a sentence."""
    edition = _edition(wanted, of_next=False)
    if not edition.is_adopted:
        raise NotReady(_("Następnego programu jeszcze nie przyjęto."))
    return former_material(edition)


def former_as_it_stands(wanted: Wanted) -> Material:
    return former_material(_edition(wanted, of_next=False))


def former_material(edition: Edition) -> Material:
    title = _("Co się stało z poprzednim programem")
    return Material(edition.former.year_to, as_text(outcome_of(edition)), title, subject=subject_of(edition))


def _edition(wanted: Wanted, *, of_next: bool) -> Edition:
    """By the years of the next programme, or of the former one; by `subject` where it is given."""
    years = "" if of_next else "former__"
    found = Edition.objects.exclude(state=EditionState.ABANDONED).select_related("former", "programme")
    if wanted.subject.startswith("edition:"):
        found = found.filter(pk=int(wanted.subject.partition(":")[2] or 0))
    else:
        found = found.filter(**{f"{years}year_from__lte": wanted.year, f"{years}year_to__gte": wanted.year})
    if wanted.programme is not None:
        found = found.filter(former=wanted.programme)
    editions = list(found)
    if not editions:
        raise NotReady(_("Na rok %(year)s nie przygotowuje się następnego programu.") % {"year": wanted.year})
    if len(editions) > 1:
        raise NotReady(_("Rok %(year)s mają dwie edycje; wskaż program.") % {"year": wanted.year})
    return editions[0]


def request(edition: Edition, kind: DocumentKind, *, by: User) -> Document:
    """Have the draft or the settling-up made of what there is today, in the background."""
    material = draft_material(edition) if kind == DRAFT else former_material(edition)
    return documents.request_document(kind, material, issued_on=clock.today(), by=by)


def request_consolidated(programme: Programme, day: date, *, by: User) -> Document:
    return documents.request_document(CONSOLIDATED, consolidated_on(programme, day), issued_on=clock.today(), by=by)


def made_of(edition: Edition) -> QuerySet[Document]:
    """Documents of the edition, the latest first."""
    rows = Document.objects.without_snapshot().filter(kind__in=(DRAFT, FORMER), subject=subject_of(edition))
    return rows.order_by("-made_at")
