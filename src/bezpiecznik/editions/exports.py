"""Columns of exported lists."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column

OUTCOME: tuple[Column[dict[str, Any]], ...] = (
    Column(_("Nr"), lambda row: str(row["code"])),
    Column(_("Treść"), lambda row: str(row["wording"])),
    Column(_("Oceny"), lambda row: "; ".join(f"{one['year']}: {one['label']}" for one in row["grades"])),
    Column(_("Co dalej"), lambda row: str(row["label"])),
    Column(_("Nr w nowym programie"), lambda row: str(row["becomes"])),
    Column(_("Nowe brzmienie"), lambda row: str(row["new_wording"])),
    Column(_("Powód"), lambda row: str(row["reason"])),
)
