"""Photos and documents beside an activity; who may not read it does not learn that there is a file."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.activities import access, services
from bezpiecznik.activities.forms import AttachmentForm, FilesForm
from bezpiecznik.activities.views.answers import saying
from bezpiecznik.files.http import download, shown
from bezpiecznik.institutions.http import Request


@require_POST
def add(request: Request, pk: int) -> HttpResponse:
    """Each file on its own: one that cannot be kept does not stop the others."""
    activity = access.get_activity_to_write(request.user, pk)
    form = FilesForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "activities/add_files.html", {"form": form, "activity": activity})
    said = {"description": form.cleaned_data["description"], "shows_people": form.cleaned_data["shows_people"]}
    for name, data in form.cleaned_data["attached"]:
        with saying(request, _("Dołączono plik „%(name)s”.") % {"name": name}):
            services.add_file(activity, by=request.user, data=data, name=name, **said)
    return redirect(activity)


@require_safe
def original(request: Request, pk: int) -> HttpResponseBase:
    """The file itself, to keep."""
    attachment = access.get_attachment(request.user, pk)
    return download(attachment.file, name=attachment.name)


@require_safe
def picture(request: Request, pk: int) -> HttpResponseBase:
    """The light copy of a photo, inside a page."""
    attachment = access.get_attachment(request.user, pk)
    if attachment.thumbnail is None:
        raise Http404
    return shown(attachment.thumbnail, name=attachment.name)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    attachment = access.get_attachment_to_write(request.user, pk)
    kept = {"description": attachment.description, "shows_people": attachment.shows_people}
    form = AttachmentForm(request.POST if request.method == "POST" else None, initial=kept)
    if not attachment.is_picture:
        del form.fields["shows_people"]
    if form.is_valid():
        with saying(request, _("Zapisano opis pliku.")):
            said = {"shows_people": False, **form.cleaned_data}
            services.change_attachment(attachment, by=request.user, **said)
        return redirect(attachment.activity)
    return render(request, "activities/attachment.html", {"form": form, "attachment": attachment})


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Request, pk: int) -> HttpResponse:
    attachment = access.get_attachment_to_write(request.user, pk)
    if request.method == "POST":
        with saying(request, _("Usunięto plik „%(name)s”.") % {"name": attachment.name}):
            services.remove_attachment(attachment, by=request.user)
        return redirect(attachment.activity)
    return render(request, "activities/remove_attachment.html", {"attachment": attachment})
