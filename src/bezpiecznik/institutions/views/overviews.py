"""Pages over the whole register: the tree, the contacts, likely duplicates."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions import contacts as directory
from bezpiecznik.institutions import merging, queries
from bezpiecznik.institutions.access import get_institution_of_contact, require, rights_of
from bezpiecznik.institutions.act_forms import ContactFilter, ContactForm
from bezpiecznik.institutions.exports import contact_columns
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import OWN_INSTITUTION_ONLY, Right
from bezpiecznik.institutions.views.acts import CHANGING, sent

ALL_ON_ONE_PAGE = 1_000
"""The directory is printed, so it is not cut into pages."""


@require_safe
def tree(request: Request) -> HttpResponse:
    require(request.user, Right.READ_PLAN)
    roots = queries.tree()
    context = {
        "with_branches": [branch for branch in roots if branch.below],
        "alone": [branch.institution for branch in roots if not branch.below],
        "may_edit": rights_of(request.user).has(Right.MANAGE_PLAN),
    }
    return render(request, "institutions/tree.html", context)


@require_safe
def contacts(request: Request) -> HttpResponse:
    require(request.user, Right.READ_PLAN)
    form = ContactFilter(request.GET)
    found = queries.contacts(form.wanted())
    if file_format := asked_format(request):
        rows = found.order_by(polish("name"), "pk")
        return export(rows, contact_columns(), name=_("kontakty"), file_format=file_format)
    orders = {"name": (polish("name"),), "kind": (polish("kind"), polish("name"))}
    rights = rights_of(request.user)
    context = {
        "listing": listing(request, found, orders=orders, default="name", per_page=ALL_ON_ONE_PAGE),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "may_edit": rights.has(Right.MANAGE_PLAN),
        "own": rights.institutions(*OWN_INSTITUTION_ONLY),
    }
    return answer(request, "institutions/contacts.html", context, part="rows")


@require_http_methods(CHANGING)
def edit_contact(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_of_contact(request.user, pk)
    form = ContactForm(sent(request), institution=institution)
    if form.is_valid():
        try:
            directory.set_contact(institution, seen=form.cleaned_data["seen"], by=request.user, **form.fields_to_save())
        except directory.ContactChanged:
            form.show_changes_of_others()
        else:
            messages.success(request, _("Zapisano kontakt."))
            return redirect(institution)
    return render(request, "institutions/edit_contact.html", {"institution": institution, "form": form})


@require_safe
def duplicates(request: Request) -> HttpResponse:
    require(request.user, Right.MANAGE_PLAN)
    return render(request, "institutions/duplicates.html", {"pairs": merging.likely_duplicates()})
