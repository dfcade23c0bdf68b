import csv

import pytest
from rights_world import World
from test_rights import TABLE, VISITORS, _files_of_the_world, addresses, answer, world  # noqa: F401

pytestmark = pytest.mark.django_db


def test_fill(world: World) -> None:
    with TABLE.open(encoding="utf-8") as stream:
        known = {(row["address"], row["method"]): row for row in csv.DictReader(stream, delimiter="\t")}
    existing = list(addresses())
    rows = {key: row for key, row in known.items() if key[0] in existing}
    for name in existing:
        for method in ("GET", "POST"):
            row = rows.setdefault((name, method), {"address": name, "method": method})
            for role in VISITORS:
                if row.get(role) in (None, "", "?"):
                    row[role] = answer(world, role, name, method)
    rooms = list(dict.fromkeys(name.partition(":")[0] for name, _method in rows))
    ordered = sorted(rows.values(), key=lambda row: rooms.index(row["address"].partition(":")[0]))
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ("address", "method", *VISITORS), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(ordered)
