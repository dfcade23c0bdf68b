"""Packets as files: taken away to be filled in, brought back, looked at, taken over."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.lists import Column, export
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.core.polish import slug
from bezpiecznik.files.http import download
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import access, bundles, queries, services
from bezpiecznik.reporting.file_forms import FileForm, ManyFilesForm
from bezpiecznik.reporting.models import BroughtFile, FileBundle, Packet
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.filled import Problem
from bezpiecznik.reporting.roundtrip.kinds import MEDIA_TYPES, FileKind
from bezpiecznik.reporting.roundtrip.merge import Course
from bezpiecznik.reporting.roundtrip.plan import WRONG, plan_of
from bezpiecznik.reporting.roundtrip.word import write_form
from bezpiecznik.reporting.roundtrip.writing import write_workbook
from bezpiecznik.reporting.views.answers import saying
from bezpiecznik.reporting.views.periods import CHANGING

PROBLEMS = (
    Column[Problem](_("Miejsce w pliku"), lambda one: one.where),
    Column[Problem](_("Nr działania"), lambda one: one.label),
    Column[Problem](_("Co wpisano"), lambda one: one.written),
    Column[Problem](_("Co poprawić"), lambda one: one.sentence),
)


def _owns(request: Request, packet: Packet) -> bool:
    """Whether the person acts for the institution itself, not for the office."""
    return access.may(request.user, Right.WRITE_REPORT, packet)


def _file(data: bytes, kind: FileKind, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _name(packet: Packet) -> str:
    return slug(f"sprawozdanie {packet.institution.short} {packet.period}")


@require_safe
def workbook(request: Request, pk: int) -> HttpResponse:
    """The packet to be filled in without the network."""
    packet = access.get_packet_to_bring(request.user, pk)
    content = content_of(packet, own=_owns(request, packet))
    return _file(write_workbook(content), FileKind.XLSX, _name(packet))


@require_safe
def form(request: Request, pk: int) -> HttpResponse:
    """The packet to be filled in in a word processor, or printed and filled in by hand."""
    packet = access.get_packet_to_bring(request.user, pk)
    content = content_of(packet, own=_owns(request, packet))
    return _file(write_form(content), FileKind.DOCX, _name(packet))


@require_http_methods(CHANGING)
def bring(request: Request, pk: int) -> HttpResponse:
    """Two steps: the file is only looked at here; what it changes is decided on the next page."""
    packet = access.get_packet_to_bring(request.user, pk)
    own, posted = _owns(request, packet), request.method == "POST"
    form = FileForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        name, data = form.cleaned_data["file"]
        try:
            found, is_new = services.bring_file(packet, data, name=name, by=request.user, on_behalf=not own)
        except (UnreadableFile, Refused) as reason:
            form.add_error("file", str(reason))
        else:
            if not is_new:
                messages.info(request, _("Ten plik już wczytano; nic się nie zmieniło."))
            return redirect(found)
    context = {"packet": packet, "form": form, "own": own, "recent": queries.brought_files(packet, own=own)}
    return render(request, "reporting/bring_file.html", context)


@require_http_methods(CHANGING)
def brought(request: Request, pk: int) -> HttpResponse:
    """What the file would change; posted, it is done."""
    found = access.get_brought_file(request.user, pk)
    own = _owns(request, found.packet)
    if request.method == "POST":
        return _apply(request, found, own=own)
    plan = plan_of(found, reader=request.user, own=own)
    groups = [(course, plan.of(course)) for course in (Course.DISPUTE, WRONG, Course.TAKEN, Course.SAME)]
    context = {
        "brought": found, "packet": found.packet, "plan": plan, "groups": groups, "own": own,
        "sentence": in_words(plan.counts), "may_write": found.packet.is_editable,
    }  # fmt: skip
    return render(request, "reporting/brought_file.html", context)


def _apply(request: Request, found: BroughtFile, *, own: bool) -> HttpResponse:
    chosen = {name.removeprefix("take-") for name, value in request.POST.items() if value == "theirs"}
    try:
        written = services.apply_file(found, by=request.user, own=own, seen=request.POST.get("seen", ""), chosen=chosen)
    except services.PlanChanged:
        messages.warning(
            request,
            _(
                "W międzyczasie ktoś zapisał zmiany w tym sprawozdaniu, więc nic nie wczytano. "
                "Prosimy przejrzeć plik ponownie."
            ),
        )
        return redirect(found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(found)
    words = counted(written, "działanie,działania,działań")
    messages.success(request, _("Wczytano z pliku: %(n)d %(words)s.") % {"n": written, "words": words})
    return redirect(found.packet if own else found)


def in_words(counts: dict[str, int]) -> str:
    """„27 wierszy bez zmian, 5 do wczytania, 1 spór, 2 błędy”."""
    same, taken, disputed, wrong = (counts[one] for one in (Course.SAME, Course.TAKEN, Course.DISPUTE, WRONG))
    return (
        f"{same} {counted(same, 'wiersz,wiersze,wierszy')} bez zmian, {taken} do wczytania, "
        f"{disputed} {counted(disputed, 'spór,spory,sporów')}, {wrong} {counted(wrong, 'błąd,błędy,błędów')}"
    )


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    found = access.get_brought_file(request.user, pk)
    with saying(request, _("Cofnięto wczytanie pliku. W sprawozdaniu jest znów to, co było przed nim.")):
        services.undo_file(found, by=request.user)
    return redirect(found)


@require_safe
def problems(request: Request, pk: int) -> HttpResponse:
    """What to mend, as a list to be sent back to whoever filled the file in."""
    found = access.get_brought_file(request.user, pk)
    plan = plan_of(found, reader=request.user, own=_owns(request, found.packet))
    return export(plan.problems, PROBLEMS, name=f"do poprawy {_name(found.packet)}", file_format="xlsx")


@require_safe
def as_brought(request: Request, pk: int) -> HttpResponseBase:
    """The file byte for byte as it came."""
    found = access.get_brought_file(request.user, pk)
    return download(found.file, name=found.name)


@require_http_methods(CHANGING)
def of_period(request: Request, pk: int) -> HttpResponse:
    """The office: files of all packets as one ZIP, and many filled-in files at once."""
    period = access.get_period_of_office(request.user, pk)
    posted = request.method == "POST"
    form = ManyFilesForm(request.POST if posted else None, request.FILES if posted else None)
    results = bundles.bring_many(period, form.cleaned_data["sheets"], by=request.user) if form.is_valid() else []
    context = {
        "period": period,
        "form": form,
        "results": results,
        "recent": queries.brought_in_period(period),
        "bundle": FileBundle.objects.filter(period=period).select_related("made_by", "file").first(),
    }
    return render(request, "reporting/period_files.html", context)


@require_POST
def make_bundle(request: Request, pk: int) -> HttpResponse:
    period = access.get_period_of_office(request.user, pk)
    return redirect(services.ask_for_bundle(period, by=request.user))


@require_safe
def bundle(request: Request, pk: int) -> HttpResponseBase:
    period = access.get_period_of_office(request.user, pk)
    found = get_object_or_404(FileBundle.objects.select_related("file"), period=period)
    return download(found.file, name=f"{slug(f'sprawozdania {period}')}.zip")
