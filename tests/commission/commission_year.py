"""A year of the Commission, frozen as `queries.yearly` freezes it."""

from typing import Any


def sat(name: str, seat: str = "councillor", **said: Any) -> dict[str, Any]:
    row = {
        "term": "01.03.2022–01.03.2025", "seat": seat, "seat_label": "radny", "name": name, "function": "radny",
        "unit": "", "votes": True, "since": "2022-03-01", "until": "", "ended_label": "", "follows": "",
        "in_year": False,
    }  # fmt: skip
    return row | said


def year(number: int = 2022, **said: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "year": number,
        "commission": {
            "name": "Komisja", "created_on": "2022-03-01", "created_by_act": "zarządzenie", "joint_with": "",
        },
        "head": "Prezydent Miasta", "council": "Rada Miasta", "journal": "Dziennik",
        "terms": [{"starts_on": "2022-03-01", "ends_on": "2025-03-01", "act": "", "moved_because": ""}],
        "composition": [sat("Jan Radny"), sat("Anna Doradcza", "advisory", votes=False)],
        "faults": [], "tasks": ["ocena zagrożeń"], "tasks_source": "ustawa",
        "work": {"meetings": [], "opinions": [], "tasks": []}, "requests": [],
        "texts": {"basis": "Na podstawie ustawy.", "composition": "", "administration": "", "cooperation": "",
                  "assessment": "Stan jest dobry.", "plans": ""},
        "chair": "Patrycja Prezydencka", "draft": False, "made_up": False,
    }  # fmt: skip
    return told | said
