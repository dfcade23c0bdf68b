"""Fixed texts of the council's papers, worded anew by each office. Legal bases are marked „do sprawdzenia”."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents import texts
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.plans.models import Programme

RESOLUTION, SUBMISSION, STATE, THREATS = (
    DocumentKind.DRAFT_RESOLUTION, DocumentKind.SUBMISSION, DocumentKind.STATE_REPORT, DocumentKind.THREAT_ASSESSMENT,
)  # fmt: skip
WORDS = {
    "council": _("nazwa rady, np. Rada Miasta Kielce"),
    "unit": _("nazwa samorządu, np. Miasto Kielce"),
    "programme": _("tytuł programu"),
    "act": _("numer i data uchwały o programie"),
    "year": _("za który rok"),
    "document": _("numer dokumentu, który idzie do rady"),
}
SUBJECTS = {
    MatterKind.PROGRAMME_REPORT: (
        "w sprawie przyjęcia sprawozdania rocznego z realizacji programu za rok {{ year }}",
        "Przyjmuje się sprawozdanie roczne z realizacji programu „{{ programme }}” za rok {{ year }} "
        "(dokument {{ document }}), stanowiące załącznik do uchwały.",
        "art. 12 pkt 11 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym (do sprawdzenia)",
    ),
    MatterKind.COMMISSION_REPORT: (
        "w sprawie przyjęcia sprawozdania z działalności Komisji Bezpieczeństwa i Porządku za rok {{ year }}",
        "Przyjmuje się sprawozdanie z działalności Komisji Bezpieczeństwa i Porządku za rok {{ year }} "
        "(dokument {{ document }}), stanowiące załącznik do uchwały.",
        "art. 38b ust. 3 ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym (do sprawdzenia)",
    ),
    MatterKind.PROGRAMME: (
        "w sprawie uchwalenia programu zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli i porządku "
        "publicznego",
        "Uchwala się program stanowiący załącznik do uchwały (dokument {{ document }}).",
        "art. 12 pkt 9b ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym (do sprawdzenia)",
    ),
}
EXECUTION = "Wykonanie uchwały powierza się {{ organowi }}."
IN_FORCE = "Uchwała wchodzi w życie z dniem podjęcia."
COVER = (
    "W załączeniu przekazuję {{ subject }} wraz z projektem uchwały i uprzejmie proszę o wprowadzenie sprawy do "
    "porządku obrad najbliższej sesji."
)


THREATS_OPENING = (
    "Ocena zestawia to, co o roku {{ year }} wiadomo z liczb, z sygnałów i z oceny działań programu „{{ programme }}”. "
    "Zestawienie nie dowodzi, że jedno wynika z drugiego. Wnioski należą do Komisji i stoją w rozdziale 4.\n\n"
    "Liczby porównuje się z poprzednim rokiem; przedział 95% mówi, czy różnicę mógł zrobić przypadek. Brak liczb "
    "o obszarze nie oznacza, że nie ma w nim zagrożeń."
)


def frozen_for(kind: DocumentKind, programme: Programme, year: int) -> dict[str, str]:
    """All texts of the kind in force, for a document about one year of the programme."""
    return texts.frozen(kind, unit=programme.unit, programme=programme.title, year=str(year))


def declare() -> None:
    """Make the texts known to the page of patterns."""
    for kind, (subject, decision, basis) in SUBJECTS.items():
        label = kind.label
        texts.declare(RESOLUTION, f"{kind}_subject", subject, title=_("W sprawie: %s") % label, placeholders=WORDS)
        texts.declare(RESOLUTION, f"{kind}_basis", basis, title=_("Podstawa prawna: %s") % label, placeholders=WORDS)
        texts.declare(RESOLUTION, f"{kind}_decision", decision, title=_("§ 1: %s") % label, placeholders=WORDS)
    texts.declare(RESOLUTION, "execution", EXECUTION, title=_("Wykonanie uchwały"), placeholders=WORDS)
    texts.declare(RESOLUTION, "in_force", IN_FORCE, title=_("Wejście w życie"), placeholders=WORDS)
    cover = {**WORDS, "subject": _("co się przekazuje, np. sprawozdanie roczne za 2022 r.")}
    texts.declare(SUBMISSION, "body", COVER, title=_("Treść pisma do rady"), placeholders=cover)
    texts.declare(
        THREATS, "opening", THREATS_OPENING, title=_("Wstęp oceny zagrożeń"),
        placeholders={name: WORDS[name] for name in ("unit", "programme", "year")},
    )  # fmt: skip
    texts.declare(
        STATE,
        "opening",
        "Informację sporządzono z materiału dowodowego oceny rocznej programu za rok {{ year }}.",
        title=_("Wstęp informacji do raportu o stanie samorządu"),
        placeholders=WORDS,
    )
