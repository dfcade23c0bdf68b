"""The first sheet: how to fill the workbook in, until when, and where to send it."""

from datetime import datetime
from itertools import chain

from django.utils import timezone

from bezpiecznik.core.polish import long_date
from bezpiecznik.reporting.roundtrip.content import PacketContent
from bezpiecznik.reporting.roundtrip.pen import Pen, height
from bezpiecznik.reporting.roundtrip.shape import ANSWERS_SHEET, HELP_SHEET, NUMBERS_SHEET

WIDTH = 76
STEPS = (
    f"W arkuszu „{ANSWERS_SHEET}” każdy wiersz to jedno działanie, w którym program wymienia Państwa instytucję.",
    "W kolumnie „Stan realizacji” prosimy wybrać wartość z listy. Potem kilka zdań w kolumnie „Co zrobiono” albo, "
    "gdy nic nie zrobiono, pominięto lub działanie nie dotyczy Państwa instytucji, przyczyna w kolumnie „Powód”.",
    "Białe komórki są do wypełnienia, szare są zablokowane. Żółta komórka czeka na odpowiedź; kolumna "
    "„Do uzupełnienia” mówi na jaką.",
    f"Liczby (na przykład: 12 spotkań, 340,5 godziny patroli) wpisuje się w arkuszu „{NUMBERS_SHEET}”. Nazwy z "
    "poprzedniego okresu są już podpowiedziane. Pusta komórka „Ile” znaczy: nie podajemy. Kto chce podać więcej liczb, "
    "wybiera numer działania w wierszach na końcu arkusza.",
    "Pliku można używać w Excelu i w LibreOffice. Prosimy nie usuwać kolumn ani wierszy i zapisać go jako XLSX.",
)
AFTER = (
    "To, co w międzyczasie wpisano w systemie, nie zginie: zmiany z pliku i z systemu zostaną porównane pole po polu, "
    "a gdy różnią się obie strony, system zapyta, która treść zostaje.",
    "Wczytanie pliku nie jest jeszcze złożeniem sprawozdania: podpisuje je osoba kierująca podmiotem.",
)


def write_help(pen: Pen, content: PacketContent) -> None:
    """Plain sentences in one column."""
    sheet = pen.sheet(HELP_SHEET, landscape=False)
    sheet.set_column(0, 0, WIDTH)
    packet = content.packet
    made = timezone.localtime(datetime.fromisoformat(content.made_at))
    lines = chain(
        [(f"Sprawozdanie za {packet.period}", pen.title), (packet.institution.name, pen.section)],
        [("Dane zmyślone, na pokaz.", pen.section)] if content.made_up else [],
        [(f"Termin: {long_date(content.due_on)}", pen.section), (str(packet.period.programme), pen.plain)],
        [("Jak wypełnić", pen.section)],
        ((f"{no}. {step}", pen.plain) for no, step in enumerate(STEPS, start=1)),
        [("Gdzie wysłać", pen.section), (where_to(content), pen.plain)],
        ((sentence, pen.plain) for sentence in AFTER),
        [(f"Plik przygotowano {made:%d.%m.%Y o %H:%M}.", pen.plain)],
    )
    down = 0
    for down, (text, style) in enumerate(lines):
        sheet.set_row(down, height((text, WIDTH)) + 6)
        sheet.write_string(down, 0, text, style)
    sheet.print_area(0, 0, down, 0)


def where_to(content: PacketContent) -> str:
    """A sentence: by the system or by mail."""
    office = f" ({content.office})" if content.office else ""
    mail = f" albo odesłać go na adres {content.email}" if content.email else " albo odesłać go biuru pocztą"
    return (
        f"Wypełniony plik prosimy wczytać w systemie, na stronie sprawozdania, przyciskiem „Wczytaj wypełniony plik”"
        f"{mail}{office}."
    )
