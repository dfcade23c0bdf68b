"""What the register itself moves at a merge: spellings, members, what stands below, posts, the contact."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.aliases import owner_of
from bezpiecznik.institutions.history import change, sign
from bezpiecznik.institutions.matching import key_of
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Alias, CollectiveMember, Contact, Institution, Post


def _spellings(duplicate: Institution, survivor: Institution) -> list[str]:
    own = {key_of(survivor.name), key_of(survivor.abbr)}
    return [text for text in (duplicate.name, duplicate.abbr) if text and key_of(text) not in own]


def preview_names(duplicate: Institution, survivor: Institution) -> Moves:
    spellings = [*_spellings(duplicate, survivor), *(alias.text for alias in duplicate.aliases.order_by("pk"))]
    kept: tuple[str, ...] = ()
    if duplicate.names.exists():
        kept = (_("Nazwy w czasie zostają przy dołączonym wpisie: to jego historia."),)
    return Moves(tuple(_("pisownia „%(text)s”") % {"text": text} for text in dict.fromkeys(spellings)), kept)


def move_names(duplicate: Institution, survivor: Institution, by: Person) -> None:
    """The abbreviation goes to a survivor that has none; else it is a spelling, as the name is."""
    spellings, abbr = _spellings(duplicate, survivor), duplicate.abbr
    duplicate.aliases.update(institution=survivor)
    if abbr:
        duplicate.abbr = ""
        sign(duplicate, by=by)
        duplicate.save(update_fields=("abbr", "search_text"))
    if abbr and not survivor.abbr:
        survivor.abbr = abbr
        sign(survivor, by=by)
        survivor.save(update_fields=("abbr", "search_text"))
    for text in spellings:
        is_free = not Alias.objects.filter(folded=key_of(text)).exists()
        if is_free and owner_of(text, besides=duplicate) in {None, survivor}:
            Alias.objects.create(institution=survivor, text=text)


def preview_tree(duplicate: Institution, survivor: Institution) -> Moves:
    moved = [_("podlegający: %(name)s") % {"name": row} for row in duplicate.children.in_polish_order()]
    moved += [_("sprawozdający przez ten podmiot: %(name)s") % {"name": row}
              for row in duplicate.reports_for.in_polish_order()]  # fmt: skip
    moved += [_("zniesiony, którego następcą jest: %(name)s") % {"name": row}
              for row in duplicate.predecessors.in_polish_order()]  # fmt: skip
    return Moves(tuple(moved))


def move_tree(duplicate: Institution, survivor: Institution, by: Person) -> None:
    change(Institution.objects.filter(parent=duplicate), by=by, parent=survivor)
    change(Institution.objects.filter(reports_through=duplicate), by=by, reports_through=survivor)
    change(Institution.objects.filter(successor=duplicate), by=by, successor=survivor)


def _memberships(duplicate: Institution, survivor: Institution) -> list[tuple[CollectiveMember, bool]]:
    """Rows on both sides, each with whether the survivor has an open one of the same kind already."""
    under = set(survivor.collectives.filter(until=None).values_list("collective", flat=True))
    over = set(survivor.members.filter(until=None).values_list("institution", flat=True))
    rows = [(row, row.until is None and row.collective_id in under)
            for row in duplicate.collectives.select_related("collective", "institution")]  # fmt: skip
    return rows + [(row, row.until is None and row.institution_id in over)
                   for row in duplicate.members.select_related("collective", "institution")]  # fmt: skip


def preview_members(duplicate: Institution, survivor: Institution) -> Moves:
    rows = _memberships(duplicate, survivor)
    sentence = _("Oba wpisy mają to samo przypisanie („%(row)s”): zostaje to przy wpisie, który zostaje.")
    return Moves(
        tuple(_("przypisanie „%(row)s”") % {"row": row} for row, doubled in rows if not doubled),
        tuple(sentence % {"row": row} for row, doubled in rows if doubled),
    )


def move_members(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    for row, doubled in _memberships(duplicate, survivor):
        if doubled:
            row.delete()  # says of the same body what the survivor's row says; the journal tells of it
            continue
        side = "collective" if row.collective_id == duplicate.pk else "institution"
        setattr(row, side, survivor)
        row.save(update_fields=(side,))


def preview_posts(duplicate: Institution, survivor: Institution) -> Moves:
    count = Post.objects.filter(institution=duplicate).count()
    words = forms(count, _("stanowisko z obsadą,stanowiska z obsadą,stanowisk z obsadą"))
    return Moves((f"{count} {words}",) if count else ())


def move_posts(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    Post.objects.filter(institution=duplicate).update(institution=survivor)


def preview_contact(duplicate: Institution, survivor: Institution) -> Moves:
    if not Contact.objects.filter(institution=duplicate).exists():
        return Moves()
    if Contact.objects.filter(institution=survivor).exists():
        return Moves(kept=(_("Oba wpisy mają kontakt: obowiązuje ten przy wpisie, który zostaje."),))
    return Moves((_("telefon, adresy i strona internetowa"),))


def move_contact(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    if not Contact.objects.filter(institution=survivor).exists():
        Contact.objects.filter(institution=duplicate).update(institution=survivor)


def _keys(*names: str) -> frozenset[str]:
    return frozenset(f"institutions.{name}" for name in names)


MOVERS = (
    Mover(gettext_lazy("Nazwy"), _keys("Alias.institution", "Name.institution"), preview_names, move_names),
    Mover(
        gettext_lazy("Powiązania"),
        _keys("Institution.parent", "Institution.reports_through", "Institution.successor", "Institution.merged_into"),
        preview_tree,
        move_tree,
    ),
    Mover(
        gettext_lazy("Nazwy zbiorowe"),
        _keys("CollectiveMember.collective", "CollectiveMember.institution"),
        preview_members,
        move_members,
    ),
    Mover(gettext_lazy("Stanowiska i osoby"), _keys("Post.institution"), preview_posts, move_posts),
    Mover(gettext_lazy("Kontakt"), _keys("Contact.institution"), preview_contact, move_contact),
)
