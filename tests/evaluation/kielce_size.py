"""Evidence of the size of a real city: 11 areas, 110 actions, 36 initiatives, every mark and every kind of silence."""

from typing import Any

from said import said

from bezpiecznik.evaluation.evidence import count
from bezpiecznik.evaluation.rule import HOW_WE_GRADE, propose
from bezpiecznik.evaluation.statements import Statement

BODIES = [
    ("KMP", "Komenda Miejska Policji"), ("SM", "Straż Miejska"), ("KM PSP", "Komenda Miejska PSP"),
    ("MOPR", "Miejski Ośrodek Pomocy Rodzinie"), ("PSSE", "Powiatowa Stacja Sanitarno-Epidemiologiczna"),
    ("", "szkoły i placówki oświatowe"), ("BBiZK", "Biuro Bezpieczeństwa i Zarządzania Kryzysowego"),
    ("ŚCPiE", "Świętokrzyskie Centrum Profilaktyki i Edukacji"),
]  # fmt: skip
OUTCOMES = ["done", "ongoing", "partial", "ongoing", "", "done", "nothing_done", "done", "not_applicable", "ongoing"]
DEEDS = (
    "W 2022 r. przeprowadzono {n} służb ponadnormatywnych, w tym {m} wspólnie ze strażą miejską. "
    "Ujawniono wykroczenia, nałożono mandaty karne, skierowano wnioski o ukaranie do sądu.",
    "Zorganizowano {m} spotkań, w których wzięło udział {n} uczniów. Każda szkoła otrzymała scenariusz zajęć.\n"
    "Kolejne spotkania zaplanowano na wrzesień.",
    "Skontrolowano {m} punktów sprzedaży; w czterech stwierdzono nieprawidłowości.",
)
LABELS = {
    "mark": {"done": "zrealizowano", "partial": "zrealizowano częściowo", "ongoing": "w toku, działanie ciągłe",
             "not_done": "nie zrealizowano", "dropped": "odstąpiono", "no_report": "brak sprawozdania"},
    "outcome": {"done": "zrealizowano", "partial": "zrealizowano częściowo", "ongoing": "w toku, działanie ciągłe",
                "nothing_done": "nic nie zrobiono", "not_applicable": "nie dotyczy"},
    "share": {"own": "własna", "joint": "wspólna z innymi podmiotami"},
    "coverage": {"unit": "jednostka objęta programem", "wider": "obszar większy niż jednostka"},
}  # fmt: skip


def body(at: int) -> dict[str, str]:
    abbr, name = BODIES[at % len(BODIES)]
    return {"abbr": abbr, "name": name, "short": abbr or name}


def statement(at: int, no: int, role: str) -> Statement:
    outcome = OUTCOMES[(at * 3 + at // 10 + no) % len(OUTCOMES)]
    told = outcome in {"done", "partial", "ongoing"}
    numbers = [("uczestnicy", f"{at * 37 + 1200}.50", "joint", "wider")] if told and not no % 2 else []
    return said(
        outcome, name=body(at + no)["name"], role=role, numbers=numbers, short=body(at + no)["short"],
        text=DEEDS[(at + no) % 3].format(n=at * 7 + 20, m=at + 3) if told else "",
        reason="W tym roku nie zaplanowano środków." if outcome and not told else "",
        reporter="" if (at + no) % 8 == 5 and not outcome else body(at + no)["name"],
    )  # fmt: skip


def action(area: int, no: int, wording: str = "") -> dict[str, Any]:
    at = area * 10 + no
    statements = [statement(at, 0, "lead")] + [statement(at, place, "partner") for place in range(1, 1 + at % 5)]
    proposal = propose(statements)
    changed = at % 23 == 4 and proposal.value != "partial"
    return {
        "code": f"{area}.{no}",
        "wording": wording or f"Prowadzenie działań profilaktycznych nr {at} w miejscach wskazanych przez mieszkańców.",
        "leads": [body(at)], "partners": [body(at + place) for place in range(1, 1 + at % 5)],
        "proposed": str(proposal.value), "given": "partial" if changed else str(proposal.value),
        "rule": proposal.sentence, "reason": "Komisja stwierdziła, że objęło część miasta." if changed else "",
        "decided_by": "Krystyna Koordynatorska", "decided_at": "2023-02-10T10:00:00+01:00",
        "statements": [statement.as_json() for statement in statements],
    }  # fmt: skip


def area(no: int) -> dict[str, Any]:
    actions = [action(no, at) for at in range(1, 11)]
    name = f"Bezpieczeństwo w miejscach publicznych, część {no}"
    counts = count(each["given"] for each in actions)
    return {"no": no, "name": name, "official_name": name.upper(), "n": 10, "counts": counts, "actions": actions}


def initiative(no: int) -> dict[str, Any]:
    return {
        "code": f"P{no}", "name": f"BEZPIECZNY SENIOR {no}", "aim": "Edukacja seniorów.", "executors": [body(no)],
        "partners": [], "executors_raw": "KMP KIELCE", "audience": "Seniorzy", "term": "2019 – bezterminowo",
        "method": "Cykl spotkań profilaktyczno-edukacyjnych.", "funding": "" if no % 3 else "własne",
    }  # fmt: skip


def evidence(**changes: Any) -> dict[str, Any]:
    """The whole evidence in the shape of `evaluation.evidence`; `changes` replace its parts."""
    areas = [area(no) for no in range(1, 12)]
    given = [each["given"] for kept in areas for each in kept["actions"]]
    return {
        "format": "bezpiecznik/evidence-1", "year": 2022, "made_up": True,
        "programme": {
            "title": "Miejski Program Zapobiegania Przestępczości oraz Ochrony Bezpieczeństwa Obywateli i Porządku "
            "Publicznego dla Zatorzyna na lata 2021–2023",
            "unit": "Miasto Zatorzyn", "unit_kind": "miasto na prawach powiatu", "council": "Rada Miasta Zatorzyna",
            "act_no": "X/1/2021", "act_date": "2021-03-18", "legal_basis": ["art. 12 pkt 9b ustawy o samorządzie"],
            "main_goal": "Miejski system monitorowania działań.", "goals": ["Mniej zagrożeń.", "Większe zaufanie."],
            "year_from": 2021, "year_to": 2023,
        },
        "rule": list(HOW_WE_GRADE), "labels": LABELS, "areas": areas, "n": 110, "counts": count(given),
        "periods": [{
            "label": "2022", "part": 0, "starts_on": "2022-01-01", "ends_on": "2022-12-31", "due_on": "2023-01-15",
            "closed_at": "2023-02-01T10:00:00+01:00", "sha256": "a" * 64,
        }],
        "initiatives": [initiative(no) for no in range(1, 37)],
        "completeness": [{
            "period": "2022", "institution": body(at), "expected": 20 + at, "received": 0 if at == 4 else 18 + at,
            "complete": 0 if at == 4 else 17 + at, "on_time": at not in {2, 4}, "state": "accepted",
            "submitted_at": None if at == 4 else "2023-01-12T09:00:00+01:00", "signatory": "Halina Kierownicza",
            "signatory_function": "kierowniczka",
        } for at in range(len(BODIES))],
        "without_reporter": [{"period": "2022", "obligations": 3}],
        "finished": {
            "at": "2023-02-12T10:00:00+01:00", "by": "Krystyna Koordynatorska",
            "function": "Kierowniczka Biura Bezpieczeństwa i Zarządzania Kryzysowego",
        },
        **changes,
    }  # fmt: skip
