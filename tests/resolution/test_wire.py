"""The published JSON of a reading."""

import json

import pytest
from resolution.samples import DOCUMENTS, KIELCE, programme

from bezpiecznik.resolution import Reading, read


@pytest.mark.parametrize("path", [KIELCE, *sorted(DOCUMENTS.iterdir())], ids=lambda path: path.stem)
def test_reading_comes_back_from_its_json_as_it_was(path) -> None:
    reading = read(path.read_bytes())
    assert Reading.from_json(json.loads(json.dumps(reading.to_json()))) == reading


def test_empty_reading_comes_back() -> None:
    assert Reading.from_json(Reading().to_json()) == Reading()


def test_shape_of_the_contract() -> None:
    data = programme("1.\tPatrole.\tAB\tCD", before="Uchwała nr 7/24").to_json()
    assert list(data) == [
        "format",
        "meta",
        "main_goal",
        "goals",
        "forms",
        "participants",
        "commission_tasks",
        "institutions",
        "areas",
        "initiatives",
        "names",
        "unplaced",
        "findings",
        "sources",
    ]
    assert data["format"] == "bezpiecznik/reading-1"
    assert data["areas"][0]["actions"] == [
        {
            "no": 1,
            "text": "Patrole.",
            "responsible": ["AB"],
            "partners": ["CD"],
            "responsible_raw": "AB",
            "partners_raw": "CD",
            "deadline": None,
            "indicators": [],
            "funding": None,
            "source": {"line": 9, "page": None, "cell": None, "box": None},
            "confidence": 1.0,
            "method": None,
            "audience": None,
            "goal": None,
        }
    ]
    assert data["institutions"][0] == {
        "abbr": "AB",
        "name": "Agencja Bezpieczeństwa",
        "aliases": [],
        "source": {"line": 3, "page": None, "cell": None, "box": None},
    }


def test_lists_of_sentences_have_their_lines_beside_them() -> None:
    data = read("CELE PROGRAMU\n\n1) spokój,\n2) porządek.".encode()).to_json()
    assert data["goals"] == ["spokój", "porządek"]
    assert [source["line"] for source in data["sources"]["goals"]] == [3, 4]


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="bezpiecznik/reading-1"):
        Reading.from_json({"format": "bezpiecznik/reading-2"})
