"""How well data of a person are found in Polish text: made-up people among made-up reports and a real resolution.

Claim: of what is reported at least 98 % is somebody's, and of what was planted at least 90 % is found. Peer: the plain
patterns one reaches for first (eleven digits, nine digits, an e-mail, „ul. X 1”, two capitalised words).

The carriers of the plants were written apart from the tests. Names in the resolution and in the reports are of streets,
bodies and schools only, so whatever is found outside of a plant is false.
"""

import os
import re
import sys
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bezpiecznik.config.settings")

PLANTS = 2_000
SEED = 18
LEAST_PRECISION, LEAST_RECALL = 0.98, 0.90
FIRST = [
    "Anna",
    "Maria",
    "Jan",
    "Piotr",
    "Zofia",
    "Kazimierz",
    "Elżbieta",
    "Marek",
    "Joanna",
    "Tomasz",
    "Bożena",
    "Łukasz",
]
OF_FIRST = [
    "Anny",
    "Marii",
    "Jana",
    "Piotra",
    "Zofii",
    "Kazimierza",
    "Elżbiety",
    "Marka",
    "Joanny",
    "Tomasza",
    "Bożeny",
    "Łukasza",
]
LAST = ["Zmyślona", "Wymyślny", "Niebyła", "Nibylski", "Bajeczna", "Żartowska", "Ćwierć", "Złudna"]
STREETS = ["Polnej", "Leśnej", "Jana Pawła II", "3 Maja", "gen. Sikorskiego", "Św. Barbary", "Warszawskiej", "Na Stoku"]
CARRIERS = {
    "numer PESEL": ("ustalono tożsamość: {}", "osoba ({}) została przewieziona", "nr {} w rejestrze", "PESEL {}."),
    "numer telefonu": (
        "zgłaszać na {}", "kontakt z córką {} po godzinie 16", "tel. {}", "telefon: {}", "pod numerem {} prosi o odzew",
        "kom. {}", "nr tel. {}",
    ),
    "adres e-mail": ("odpowiedź wysłano na {}", "e-mail: {}", "zapisy ({})", "uczestnik {} zrezygnował"),
    "adres": (
        "w mieszkaniu przy ul. {s} {n}/{f}", "rodzina z ul. {s} {n} m. {f}", "zamieszkały ul. {s} {n}",
        "mieszka przy ulicy {s} {n}", "os. Słoneczne {n}/{f}", "do lokalu: ul. {s} {n} lok. {f}",
        "interwencja na {s} {n}/{f}",
    ),
    "imię i nazwisko": (
        "pani {} zgłosiła awarię", "wsparcie pana {g}", "mieszkaniec {} prosił o patrol", "zatrzymano {g}",
        "poszkodowana {} trafiła do szpitala", "podziękowania dla państwa {g}", "{} (ur. 12.05.1961)",
    ),
    "numer dowodu osobistego": ("legitymował się dowodem {}", "dok. {}"),
    "numer rachunku bankowego": ("zbiórka na konto {}", "nr rach. {}"),
    "numer rejestracyjny": (
        "samochód {} zaparkowany na chodniku", "pojazd o numerze rejestracyjnym {}", "{} blokował wyjazd",
    ),
}  # fmt: skip
PLAIN = {
    "numer PESEL": r"\b\d{11}\b",
    "numer telefonu": r"\b\d{3}[ -]?\d{3}[ -]?\d{3}\b",
    "adres e-mail": r"\S+@\S+\.\S+",
    "adres": r"ul\. [A-ZŁŚŻ]\w+ \d+",
    "imię i nazwisko": r"\b[A-ZŁŚŻĆ][a-ząćęłńóśźż]+ [A-ZŁŚŻĆ][a-ząćęłńóśźż]+\b",
}


def value(kind: str, random: Random) -> str:
    """A made-up value that agrees with its check digit."""
    from bezpiecznik.core.check_digits import is_account, is_identity_card, pesel_check_digit

    def digits(n: int) -> str:
        return "".join(random.choice("0123456789") for _n in range(n))

    if kind == "numer PESEL":
        ten = f"{random.randint(30, 99)}{random.randint(1, 12):02}{random.randint(1, 28):02}{digits(4)}"
        return f"{ten}{pesel_check_digit(ten)}"
    if kind == "numer telefonu":
        one = random.choice(["600", "512", "796", "880", "533"]) + digits(6)
        grouped = f"{one[:3]} {one[3:6]} {one[6:]}"
        landline = f"41 3{digits(2)} {digits(2)} {digits(2)}"
        return random.choice([one, grouped, grouped.replace(" ", "-"), f"+48 {grouped}", landline])
    if kind == "adres e-mail":
        box = random.choice(["ania.zmyslona", "j.nibylski", "kotek77", "zofia_bajeczna"])
        return f"{box}@{random.choice(['wp.pl', 'gmail.com', 'o2.pl', 'firma.example'])}"
    if kind == "numer dowodu osobistego":
        return next(one for _n in range(1000) if is_identity_card(one := f"ABC{digits(6)}"))
    if kind == "numer rachunku bankowego":
        body = digits(24)
        found = next(one for n in range(100) if is_account(one := f"{n:02}{body}"))
        return f"{found[:2]} {' '.join(found[n : n + 4] for n in range(2, 26, 4))}"
    return f"{random.choice(['TK', 'TKI', 'KR', 'WA'])} {digits(4)}{random.choice('AEJK')}"


def plant(random: Random) -> tuple[str, str]:
    kind = random.choice(list(CARRIERS))
    carrier = random.choice(CARRIERS[kind])
    if kind == "adres":
        return kind, carrier.format(s=random.choice(STREETS), n=random.randint(1, 120), f=random.randint(1, 60))
    if kind == "imię i nazwisko":
        at = random.randrange(len(FIRST))
        last = random.choice(LAST)
        return kind, carrier.format(f"{FIRST[at]} {last}", g=f"{OF_FIRST[at]} {last}")
    return kind, carrier.format(value(kind, random))


def main() -> int:
    import django

    django.setup()
    from bezpiecznik.core.personal import find
    from bezpiecznik.demo.words import THEMES, statement

    random = Random(SEED)
    clean = (ROOT / "examples" / "kielce" / "uchwala-XLII-829-2021.txt").read_text().splitlines()
    wordings = [beginning for theme in THEMES for beginning in theme.beginnings]
    clean += [statement(random, wording=random.choice(wordings), is_lead=True).text for _n in range(4 * PLANTS)]
    false = Counter(found.kind.value for line in clean for found in find(line))
    plain_false = Counter(
        kind for line in clean for kind, pattern in PLAIN.items() for _f in re.finditer(pattern, line)
    )
    planted, hit, plain_hit = Counter(), Counter(), Counter()
    for _n in range(PLANTS):
        kind, words = plant(random)
        before = random.choice(clean[-PLANTS:])
        planted[kind] += 1
        kinds = [found.kind.value for found in find(f"{before} {words[:1].upper()}{words[1:]}, {before}")]
        hit[kind] += kind in kinds
        false.update(other for other in kinds if other not in {kind, "data urodzenia"})
        plain_hit[kind] += bool(kind in PLAIN and re.search(PLAIN[kind], words))
    print(f"{len(clean)} clean lines, {sum(map(len, clean))} letters, {PLANTS} plants")
    print("kind: planted, found, false | plain patterns: found, false")
    for kind, n in sorted(planted.items()):
        print(f"{kind}: {n}, {hit[kind]}, {false[kind]} | {plain_hit[kind]}, {plain_false[kind]}")
    precision = hit.total() / (hit.total() + false.total())
    recall = hit.total() / planted.total()
    plain_precision = plain_hit.total() / (plain_hit.total() + plain_false.total())
    print(f"precision {precision:.3f}, recall {recall:.3f}; plain patterns: precision {plain_precision:.3f}, "
          f"recall {plain_hit.total() / planted.total():.3f}")  # fmt: skip
    return 0 if precision >= LEAST_PRECISION and recall >= LEAST_RECALL else 1


if __name__ == "__main__":
    sys.exit(main())
