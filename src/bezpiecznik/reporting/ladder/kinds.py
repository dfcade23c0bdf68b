"""The wordings of reminders, all of them changed on the page of message wordings.

Independent bodies are asked; the city's own units are told in plainer words. A person who answers for both reads the
polite one.
"""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.notices.kinds import Kind, register

Words = str | Promise
VARIABLES: dict[str, Words] = {
    "reports": _("liczba sprawozdań ze słowem, np. 3 sprawozdania"),
    "list": _("kolejne sprawozdania: podmiot, okres, termin, co jest gotowe"),
    "due": _("najbliższy termin słowami"),
}
LIST = _(
    "– KMP, I półrocze 2026: termin minął 3 dni temu (20 lipca 2026 r.), gotowe 3 z 7\n"
    "– SM, I półrocze 2026: termin minął 3 dni temu (20 lipca 2026 r.), gotowe 0 z 2"
)
EXAMPLES: dict[str, Words] = {"reports": _("2 sprawozdania"), "list": LIST, "due": _("20 lipca 2026 r.")}


def _kind(name: str, **words: Any) -> Kind:
    """Register a wording; all of them know the same variables, and all must name the reports."""
    act = words.pop("act", _("Otwórz sprawozdanie"))
    return register(
        Kind(f"reporting.remind_{name}", variables=VARIABLES, examples=EXAMPLES, required=("list",), act=act, **words)
    )


BEFORE = _("przed terminem, według kroków przypomnień")
AFTER = _("po terminie, według kroków przypomnień")

SOFT = _kind(
    "soft",
    title=_("Przypomnienie przed terminem: podmiot niezależny"),
    audience=_("sprawozdawcy podmiotów niezależnych"),
    occasion=BEFORE,
    subject=_("Przypomnienie: prosimy o sprawozdanie do {{ due }}"),
    body=_(
        "Dzień dobry,\n\nzbliża się termin sprawozdania z realizacji programu. Czeka na Państwa:\n\n{{ list }}\n\n"
        "Uprzejmie prosimy o uzupełnienie i złożenie. Wystarczy kilka zdań o każdym działaniu; jeżeli działania nie "
        "podjęto, prosimy o podanie powodu."
    ),
)
SOFT_OWN = _kind(
    "soft_own",
    title=_("Przypomnienie przed terminem: jednostka własna"),
    audience=_("sprawozdawcy jednostek własnych samorządu"),
    occasion=BEFORE,
    subject=_("Sprawozdanie do {{ due }}"),
    body=_(
        "Dzień dobry,\n\nzbliża się termin sprawozdania z realizacji programu. Do złożenia:\n\n{{ list }}\n\n"
        "Prosimy o złożenie w terminie."
    ),
)
LATE = _kind(
    "late",
    title=_("Przypomnienie po terminie: podmiot niezależny"),
    audience=_("sprawozdawcy podmiotów niezależnych"),
    occasion=AFTER,
    subject=_("Prosimy o sprawozdanie: termin minął {{ due }}"),
    body=_(
        "Dzień dobry,\n\nnie otrzymaliśmy jeszcze od Państwa:\n\n{{ list }}\n\n"
        "Uprzejmie prosimy o złożenie albo o informację, kiedy można się go spodziewać. Sprawozdania podmiotów są "
        "podstawą oceny rocznej dla Komisji Bezpieczeństwa i Porządku. Jeżeli sprawozdanie zostało już złożone, "
        "prosimy uznać tę wiadomość za niebyłą."
    ),
)
LATE_OWN = _kind(
    "late_own",
    title=_("Przypomnienie po terminie: jednostka własna"),
    audience=_("sprawozdawcy jednostek własnych samorządu"),
    occasion=AFTER,
    subject=_("Sprawozdanie po terminie ({{ due }})"),
    body=_(
        "Dzień dobry,\n\npo terminie są:\n\n{{ list }}\n\nProsimy o złożenie jeszcze dziś albo jutro. "
        "Jeżeli sprawozdanie zostało już złożone, prosimy uznać tę wiadomość za niebyłą."
    ),
)
HEAD = _kind(
    "head",
    title=_("Przypomnienie do kierownika: podmiot niezależny"),
    audience=_("kierownicy podmiotów niezależnych"),
    occasion=AFTER,
    subject=_("Prosimy o pomoc: sprawozdanie po terminie ({{ due }})"),
    body=_(
        "Szanowni Państwo,\n\nmimo wcześniejszych próśb nie otrzymaliśmy:\n\n{{ list }}\n\n"
        "Uprzejmie prosimy o pomoc w złożeniu sprawozdania albo o wskazanie osoby, z którą możemy je uzgodnić. "
        "Jeżeli sprawozdanie zostało już złożone, prosimy uznać tę wiadomość za niebyłą."
    ),
)
HEAD_OWN = _kind(
    "head_own",
    title=_("Przypomnienie do kierownika: jednostka własna"),
    audience=_("kierownicy jednostek własnych samorządu"),
    occasion=AFTER,
    subject=_("Sprawozdanie po terminie ({{ due }})"),
    body=_(
        "Dzień dobry,\n\nmimo przypomnień nadal brakuje:\n\n{{ list }}\n\n"
        "Prosimy o dopilnowanie, żeby zostały złożone. "
        "Jeżeli sprawozdanie zostało już złożone, prosimy uznać tę wiadomość za niebyłą."
    ),
)
SIGN = _kind(
    "sign",
    title=_("Przypomnienie o podpisie"),
    audience=_("kierownik podmiotu"),
    occasion=_("gdy sprawozdanie czeka na podpis, a termin się zbliża albo minął"),
    subject=_("Czeka na Państwa podpis: {{ reports }}"),
    body=_(
        "Dzień dobry,\n\ngotowe i przekazane do podpisu:\n\n{{ list }}\n\n"
        "Prosimy o przeczytanie i podpisanie; podpisane sprawozdanie od razu trafi do biura."
    ),
    act=_("Przeczytaj i podpisz"),
)
COPY = _kind(
    "copy",
    title=_("Do wiadomości sprawozdawcy: przypomnienie u kierownika"),
    audience=_("sprawozdawcy podmiotu"),
    occasion=_("gdy przypomnienie wysłano do kierownika z kopią"),
    subject=_("Do wiadomości: przypomnieliśmy kierownikowi o sprawozdaniu"),
    body=_(
        "Dzień dobry,\n\no tych sprawozdaniach napisaliśmy dziś do kierownika podmiotu:\n\n{{ list }}\n\n"
        "Sprawozdanie nadal można złożyć w zwykły sposób."
    ),
)
OFFICE = _kind(
    "office",
    title=_("Przypomnienie na adres sekretariatu"),
    audience=_("sekretariat podmiotu, gdy nie da się dotrzeć do nikogo z imienia"),
    occasion=_("według kroków przypomnień"),
    subject=_("Prosimy o przekazanie: sprawozdanie do {{ due }}"),
    body=_(
        "Szanowni Państwo,\n\nczekamy na:\n\n{{ list }}\n\nUprzejmie prosimy o przekazanie tej wiadomości osobie, "
        "która wypełnia sprawozdanie. Jeżeli nie ma ona konta, prosimy o jej służbowy adres e-mail: wyślemy łącze do "
        "sprawozdania albo zaproszenie do systemu."
    ),
    act="",
)
LINK = _kind(
    "link",
    title=_("Przypomnienie z łączem jednorazowym"),
    audience=_("osoba bez konta, która ma łącze do sprawozdania"),
    occasion=_("według kroków przypomnień"),
    subject=_("Prosimy o sprawozdanie do {{ due }}"),
    body=_(
        "Dzień dobry,\n\nczekamy na:\n\n{{ list }}\n\nUprzejmie prosimy o uzupełnienie. Nie trzeba zakładać konta: "
        "przycisk otwiera stronę tylko z tym sprawozdaniem i działa raz, dlatego prosimy nie przekazywać go dalej. "
        "Poprzednio wysłane łącza już nie działają."
    ),
    secret=True,
)
