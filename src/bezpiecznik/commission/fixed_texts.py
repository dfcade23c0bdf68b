"""Fixed texts of the yearly report and of requests for information: worded by the office on the page of texts."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.documents import texts
from bezpiecznik.documents.models import DocumentKind

REPORT = DocumentKind.COMMISSION_REPORT
REQUEST = DocumentKind.INFORMATION_REQUEST
CHECK = _("Przyjęto z opracowań: porównaj z ustawą w obowiązującym brzmieniu.")
ACT = "ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym"


def declare() -> None:
    """Called once, when the app is ready."""
    texts.declare(
        REPORT, "basis",
        f"Sprawozdanie składa się na podstawie art. 38b ust. 3 {ACT}. {{{{ council }}}} otrzymuje je nie później niż "
        "do końca stycznia; ogłasza się je w wojewódzkim dzienniku urzędowym.\n\nSprawozdanie obejmuje rok {{ year }}.",
        CHECK, {"year": _("rok, np. 2022"), "council": _("komu składa się sprawozdanie, np. Rada Miasta")},
        title=_("Podstawa sprawozdania"),
    )  # fmt: skip
    texts.declare(
        REPORT, "composition",
        "W skład Komisji wchodzą prezydent lub starosta jako przewodniczący, radni delegowani przez radę, osoby "
        "powołane przez przewodniczącego i przedstawiciele delegowani przez komendanta Policji. W pracach uczestniczy "
        "prokurator; osoby z innych służb i urzędów mają głos doradczy.",
        CHECK, title=_("Kto tworzy Komisję"),
    )  # fmt: skip
    texts.declare(
        REPORT, "administration",
        "Obsługę Komisji zapewnia urząd, a koszty jej działania pokrywa się z budżetu (art. 38c ustawy).",
        CHECK, title=_("Obsługa i koszty"),
    )  # fmt: skip
    texts.declare(
        REQUEST, "basis",
        f"Na podstawie art. 38b ust. 1 {ACT} przewodniczący Komisji Bezpieczeństwa i Porządku może żądać dokumentów i "
        "informacji o pracy Policji, innych powiatowych służb, inspekcji i straży oraz jednostek organizacyjnych "
        "wykonujących na terenie powiatu zadania z zakresu porządku publicznego i bezpieczeństwa obywateli.",
        CHECK, title=_("Podstawa żądania"),
    )  # fmt: skip
    texts.declare(
        REQUEST, "request", "Prosimy o przekazanie Komisji następujących informacji i dokumentów:",
        title=_("Zdanie przed tym, o co prosimy"),
    )  # fmt: skip
    texts.declare(
        REQUEST, "kept_out",
        "Prosimy ich nie przesyłać. Prosimy też nie podawać danych osób: wystarczą liczby i opisy bez nazwisk. "
        "Gdyby informacja była wyłączona z innego powodu, prosimy o wskazanie podstawy.",
        title=_("Zdanie po wyłączeniach"),
    )  # fmt: skip
