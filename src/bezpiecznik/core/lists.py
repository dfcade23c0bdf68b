"""Lists: order and page from the address, and the whole list as XLSX or CSV. Filters are each room's own form."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

import xlsxwriter
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise

from bezpiecznik.core.polish import slug

M = TypeVar("M", bound=Model)
R = TypeVar("R")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PER_PAGE = 50
FILE_FORMATS = ("csv", "xlsx")
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")

Ordering = Sequence[Any]


@dataclass(frozen=True)
class Listing(Generic[M]):
    """What a list template receives: a page of rows, and the order in force (`-name` is descending)."""

    page: Page[M]
    sort: str
    total: int


def listing(
    request: HttpRequest,
    rows: QuerySet[M],
    *,
    orders: Mapping[str, Ordering],
    default: str,
    per_page: int = PER_PAGE,
) -> Listing[M]:
    """Order by `?sort=` (a key of `orders`, with `-` for descending) and cut to `?page=`. Unknown values fall back."""
    asked = request.GET.get("sort", default)
    key = asked if asked.removeprefix("-") in orders else default
    ordering = [_reversed(term) if key.startswith("-") else term for term in orders[key.removeprefix("-")]]
    page = Paginator(rows.order_by(*ordering, "pk"), per_page).get_page(request.GET.get("page"))
    return Listing(page, key, page.paginator.count)


def _reversed(term: Any) -> Any:
    if isinstance(term, str):
        return term.removeprefix("-") if term.startswith("-") else f"-{term}"
    return term.desc()


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column of an exported list. A moment is written as its day in Europe/Warsaw."""

    title: str | Promise
    value: Callable[[R], str | int | float | date | datetime | None]


def asked_format(request: HttpRequest) -> str:
    """In which format `?export=` asks for the whole list; blank when the page is wanted."""
    asked = request.GET.get("export", "")
    return asked if asked in FILE_FORMATS else ""


def export(rows: Iterable[R], columns: Sequence[Column[R]], *, name: str, file_format: str) -> HttpResponse:
    """The rows as a file to download: `csv` (UTF-8 with BOM, semicolons, as Polish Excel expects) or XLSX."""
    table = [[_day(column.value(row)) for column in columns] for row in rows]
    titles = [str(column.title) for column in columns]
    write = _csv if file_format == "csv" else _xlsx
    content, media_type, ending = write(titles, table)
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{slug(name)}.{ending}"'
    return response


def _day(value: Any) -> Any:
    return timezone.localdate(value) if isinstance(value, datetime) else value


def harmless(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value.startswith(FORMULA_BEGINNINGS):
        return f"'{value}"
    return "" if value is None else value


def _csv(titles: Sequence[str], table: list[list[Any]]) -> tuple[bytes, str, str]:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(titles)
    writer.writerows([harmless(value) for value in row] for row in table)
    return text.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", "csv"


def _xlsx(titles: Sequence[str], table: list[list[Any]]) -> tuple[bytes, str, str]:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
        sheet.write_row(0, 0, titles, bold)
        for number, row in enumerate(table, start=1):
            for place, value in enumerate(row):
                sheet.write(number, place, value, day if isinstance(value, date) else wrapped)
        sheet.freeze_panes(1, 0)
        sheet.autofit(max_width=480)
    return buffer.getvalue(), XLSX, "xlsx"
