"""Who read what: opening certain pages leaves a trace, though a GET writes nothing of the house's own data.

Decorate the view (outermost, above `require_safe`), with what was opened as a reader of the log should see it:

    @logged_reading(_("Strona osoby"), of="accounts.User")     # of: the model that the address' `pk` names, if any
    @require_safe
    def person(request: Request, pk: int) -> HttpResponse: ...

Where only some answers are sensitive (a download of a list), call `note(request, _("Dziennik jako plik"))` in the view.

Logged are safe requests answered with success to somebody signed in, also parts for HTMX. The row is written by the
middleware `core.readonly.ReadOnlyGet` after the view has ended and the guard against writing was lifted; when it cannot
be written, the page is not given. To be logged: pages of one person's data and their exports, the journal's and the
log's own exports, bodies of messages, lists of one-time links. (Reports not yet submitted are shown to nobody but
those who write and sign them.) Where the view has the object already, `note(request, page, obj)` spares a query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from bezpiecznik.core.models import AccessEntry
from bezpiecznik.core.polish import search_text

ATTRIBUTE = "_readings"
SUCCESS_ENDS = 300
LONGEST_PATH = 500

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


@dataclass(frozen=True)
class Reading:
    """What is to be written once the answer is ready."""

    page: str
    object_type: str = ""
    object_key: str = ""
    object_label: str = ""


def note(request: HttpRequest, page: str | Promise, obj: Model | None = None) -> None:
    """This answer is worth a line in the log of readings: what it is, and about which object."""
    readings = request.__dict__.setdefault(ATTRIBUTE, [])
    if obj is None:
        readings.append(Reading(str(page)))
    else:
        kind = f"{obj._meta.app_label}.{obj._meta.model_name}"
        readings.append(Reading(str(page), kind, str(obj.pk), str(obj)))


def logged_reading(page: str | Promise, *, of: str = "") -> Callable[[View], View]:
    """Log whoever opens the view. `of` names the model of the object whose key stands in the address as `pk`."""

    def decorate(view: View) -> View:
        @wraps(view)
        def logged(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            if response.status_code < SUCCESS_ENDS:
                note(request, page, _object(of, kwargs))
            return response

        return cast("View", logged)

    return decorate


def _object(of: str, kwargs: dict[str, Any]) -> Model | None:
    return apps.get_model(of)._base_manager.filter(pk=kwargs["pk"]).first() if of else None


def write(request: HttpRequest, response: HttpResponseBase) -> None:
    """Called by the middleware when the view has ended."""
    readings: list[Reading] = request.__dict__.get(ATTRIBUTE, [])
    user = getattr(request, "user", None)
    if not readings or response.status_code >= SUCCESS_ENDS or user is None or not user.is_authenticated:
        return
    AccessEntry.objects.bulk_create(_entry(request, user, reading) for reading in readings)


def _entry(request: HttpRequest, user: Any, reading: Reading) -> AccessEntry:
    name = user.get_full_name()
    return AccessEntry(
        actor_key=str(user.pk),
        actor_name=name,
        page=reading.page,
        path=request.get_full_path()[:LONGEST_PATH],
        object_type=reading.object_type,
        object_key=reading.object_key,
        object_label=reading.object_label,
        address=import_string(settings.CLIENT_ADDRESS)(request) or "",
        search_text=search_text(name, reading.page, reading.object_label),
    )
