"""The wordings of reminders, all of them changed on the page of message wordings.

Independent bodies are asked; the city's own units are told in plainer words. A person who answers for both reads the
polite one.
"""

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


def _kind(
    name: str, title: Words, audience: Words, occasion: Words, subject: Words, body: Words,
    act: Words = _("Otwórz sprawozdanie"), *, secret: bool = False,
) -> Kind:  # fmt: skip
    return register(
        Kind(
            name=f"reporting.remind_{name}",
            title=title, audience=audience, occasion=occasion, subject=subject, body=body,
            variables=VARIABLES, examples=EXAMPLES, required=("list",), act=act, secret=secret,
        )
    )  # fmt: skip


BEFORE = _("przed terminem, według kroków przypomnień")
AFTER = _("po terminie, według kroków przypomnień")

SOFT = _kind(
    _("soft"),
    _("Przypomnienie przed terminem: podmiot niezależny"),
    _("sprawozdawcy podmiotów niezależnych"),
    BEFORE,
    _("Przypomnienie: prosimy o sprawozdanie do {{ due }}"),
    _(
        "Dzień dobry,\n\nzbliża się termin sprawozdania z realizacji programu. Czeka na Państwa:\n\n{{ list }}\n\n"
        "Uprzejmie prosimy o uzupełnienie i złożenie. Wystarczy kilka zdań o każdym działaniu; jeżeli działania nie "
        "podjęto, prosimy o podanie powodu."
    ),
)
SOFT_OWN = _kind(
    _("soft_own"),
    _("Przypomnienie przed terminem: jednostka własna"),
    _("sprawozdawcy jednostek własnych samorządu"),
    BEFORE,
    _("Sprawozdanie do {{ due }}"),
    _(
        "Dzień dobry,\n\nzbliża się termin sprawozdania z realizacji programu. Do złożenia:\n\n{{ list }}\n\n"
        "Prosimy o złożenie w terminie."
    ),
)
LATE = _kind(
    _("late"),
    _("Przypomnienie po terminie: podmiot niezależny"),
    _("sprawozdawcy podmiotów niezależnych"),
    AFTER,
    _("Prosimy o sprawozdanie: termin minął {{ due }}"),
    _(
        "Dzień dobry,\n\nnie otrzymaliśmy jeszcze od Państwa:\n\n{{ list }}\n\n"
        "Uprzejmie prosimy o złożenie albo o informację, kiedy można się go spodziewać. Sprawozdania podmiotów są podstawą "
        "oceny rocznej dla Komisji Bezpieczeństwa i Porządku. Jeżeli sprawozdanie zostało ju"
        "ż złożone, prosimy uznać tę wiadomość za niebyłą."
    ),
)
LATE_OWN = _kind(
    _("late_own"),
    _("Przypomnienie po terminie: jednostka własna"),
    _("sprawozdawcy jednostek własnych samorządu"),
    AFTER,
    _("Sprawozdanie po terminie ({{ due }})"),
    _(
        "Dzień dobry,\n\npo terminie są:\n\n{{ list }}\n\nProsimy o złożenie jeszcze dziś albo jutro. "
        "Jeżeli sprawozdanie zostało już złożone, prosimy uznać tę wiadomość za niebyłą."
    ),
)
HEAD = _kind(
    _("head"),
    _("Przypomnienie do kierownika: podmiot niezależny"),
    _("kierownicy podmiotów niezależnych"),
    AFTER,
    _("Prosimy o pomoc: sprawozdanie po terminie ({{ due }})"),
    _(
        "Szanowni Państwo,\n\nmimo wcześniejszych próśb nie otrzymaliśmy:\n\n{{ list }}\n\n"
        "Uprzejmie prosimy o pomoc w złożeniu sprawozdania albo o wskazanie osoby, z którą możemy je uzgodnić. "
        "Jeżeli sprawozdanie zostało już złożone, prosimy uznać tę wiadomość za niebyłą."
    ),
)
HEAD_OWN = _kind(
    _("head_own"),
    _("Przypomnienie do kierownika: jednostka własna"),
    _("kierownicy jednostek własnych samorządu"),
    AFTER,
    _("Sprawozdanie po terminie ({{ due }})"),
    _(
        "Dzień dobry,\n\nmimo przypomnień nadal brakuje:\n\n{{ list }}\n\n"
        "Prosimy o dopilnowanie, żeby zostały złożone. "
        "Jeżeli sprawozdanie zostało już złożone, prosimy uznać tę wiadomość za niebyłą."
    ),
)
SIGN = _kind(
    _("sign"),
    _("Przypomnienie o podpisie"),
    _("kierownik podmiotu"),
    _("gdy sprawozdanie czeka na podpis, a termin się zbliża albo minął"),
    _("Czeka na Państwa podpis: {{ reports }}"),
    _(
        "Dzień dobry,\n\ngotowe i przekazane do podpisu:\n\n{{ list }}\n\n"
        "Prosimy o przeczytanie i podpisanie; podpisane sprawozdanie od razu trafi do biura."
    ),
    _("Przeczytaj i podpisz"),
)
COPY = _kind(
    _("copy"),
    _("Do wiadomości sprawozdawcy: przypomnienie u kierownika"),
    _("sprawozdawcy podmiotu"),
    _("gdy przypomnienie wysłano do kierownika z kopią"),
    _("Do wiadomości: przypomnieliśmy kierownikowi o sprawozdaniu"),
    _(
        "Dzień dobry,\n\no tych sprawozdaniach napisaliśmy dziś do kierownika podmiotu:\n\n{{ list }}\n\n"
        "Sprawozdanie nadal można złożyć w zwykły sposób."
    ),
)
OFFICE = _kind(
    _("office"),
    _("Przypomnienie na adres sekretariatu"),
    _("sekretariat podmiotu, gdy nie da się dotrzeć do nikogo z imienia"),
    _("według kroków przypomnień"),
    _("Prosimy o przekazanie: sprawozdanie do {{ due }}"),
    _(
        "Szanowni Państwo,\n\nczekamy na:\n\n{{ list }}\n\nNie mamy adresu osoby, która je wypełnia. Uprzejmie prosimy o "
        "przekazanie tej wiadomości właściwej osobie i o podanie nam jej służbowego adresu e-mail: wyślemy łącze do "
        "sprawozdania albo zaproszenie do systemu."
    ),
    "",
)
LINK = _kind(
    _("link"),
    _("Przypomnienie z łączem jednorazowym"),
    _("osoba bez konta, która ma łącze do sprawozdania"),
    _("według kroków przypomnień"),
    _("Prosimy o sprawozdanie do {{ due }}"),
    _(
        "Dzień dobry,\n\nczekamy na:\n\n{{ list }}\n\nUprzejmie prosimy o uzupełnienie. Nie trzeba zakładać konta: "
        "przycisk otwiera stronę tylko z tym sprawozdaniem i działa raz, dlatego prosimy nie przekazywać go dalej. "
        "Poprzednio wysłane łącza już nie działają."
    ),
    secret=True,
)
