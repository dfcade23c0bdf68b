"""„Programy jednostek: pieniądze i odbiorcy”: for those who read reports."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from bezpiecznik.core.lists import PER_PAGE, Column, asked_format, export
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access
from bezpiecznik.reporting.forms import MoneyFilter
from bezpiecznik.reporting.queries.money import Line, Sum, money_lines, totals

DEFINITIONS = (
    (
        gettext_lazy("Zapowiedziano"),
        gettext_lazy("ile osób ma objąć program według planu; liczbę wpisuje biuro obok uchwały"),
    ),
    (
        gettext_lazy("Dotarto"),
        gettext_lazy(
            "ile osób podali realizatorzy w złożonych sprawozdaniach; przy dwóch okresach w roku jest to suma, "
            "więc ta sama osoba może być w niej dwa razy"
        ),
    ),
    (gettext_lazy("W planie"), gettext_lazy("suma kwot, które biuro wpisało w planie na ten rok")),
    (
        gettext_lazy("Zaplanowano, przyznano, wydano"),
        gettext_lazy("sumy kwot z zatwierdzonych podpisem sprawozdań realizatorów za okresy tego roku"),
    ),
    (
        gettext_lazy("n"),
        gettext_lazy("z ilu sprawozdań jest liczba; puste pole sprawozdania to nie zero i do n nie wchodzi"),
    ),
    (
        gettext_lazy("Sprawozdania"),
        gettext_lazy("ile złożono z tylu, o ile poproszono w otwartych i zamkniętych okresach roku"),
    ),
)


def _value(name: str) -> Column[Line]:
    titles = {"audience": _("Dotarto"), "planned": _("Zaplanowano"), "granted": _("Przyznano"), "spent": _("Wydano")}

    def value(line: Line) -> float | None:
        found: Sum = getattr(line, name)
        return None if found.value is None else float(found.value)

    return Column(titles[name], value)


def _n(name: str) -> Column[Line]:
    return Column("n", lambda line: getattr(line, name).n)


def columns() -> list[Column[Line]]:
    numbers = [make(name) for name in ("audience", "planned", "granted", "spent") for make in (_value, _n)]
    return [
        Column(_("Nr"), lambda line: line.undertaking.code),
        Column(_("Program"), lambda line: line.undertaking.wording),
        Column(_("Rok"), lambda line: line.year),
        Column(_("Zapowiedziano osób"), lambda line: line.promised),
        Column(_("W planie"), lambda line: None if line.in_plan.value is None else float(line.in_plan.value)),
        *numbers,
        Column(_("Źródła"), lambda line: "; ".join(line.sources)),
        Column(_("Złożono sprawozdań"), lambda line: line.sent),
        Column(_("Poproszono o sprawozdania"), lambda line: line.asked),
    ]


@require_safe
def money(request: Request, pk: int) -> HttpResponse:
    programme = access.get_programme_to_read_reports(request.user, pk)
    form = MoneyFilter(request.GET, programme=programme)
    lines = money_lines(programme, form.wanted())
    if file_format := asked_format(request):
        return export(lines, columns(), name=_("programy jednostek: pieniądze i odbiorcy"), file_format=file_format)
    context = {
        "programme": programme,
        "form": form,
        "wanted": form.wanted(),
        "total": len(lines),
        "page": Paginator(lines, PER_PAGE).get_page(request.GET.get("page")),
        "sums": totals(lines),
        "definitions": DEFINITIONS,
    }
    return answer(request, "reporting/money.html", context, part="rows")
