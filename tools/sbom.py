"""Write what an installation is made of (CycloneDX 1.6) out of the lock files: names, versions, hashes. No network.

python tools/sbom.py > sbom.json
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def of_python(lock: Path) -> list[dict[str, Any]]:
    """Each pinned package of a lock of pip, with the hashes of its files."""
    found: list[dict[str, Any]] = []
    for line in lock.read_text().splitlines():
        if pinned := PINNED.match(line):
            name, version = pinned.groups()
            found.append(_component(f"pkg:pypi/{name.lower()}@{version}", name, version))
        elif found and (digest := HASH.search(line)):
            found[-1].setdefault("hashes", []).append({"alg": "SHA-256", "content": digest[1]})
    return found


def of_node(lock: Path) -> list[dict[str, Any]]:
    """Each package of npm's lock; those only for building are marked as such."""
    packages = json.loads(lock.read_text())["packages"]
    rows = ((path.rpartition("node_modules/")[2], said) for path, said in packages.items() if path)
    return [
        {**_component(f"pkg:npm/{name}@{said['version']}", name, said["version"]),
         "scope": "excluded" if said.get("dev") else "required"}
        for name, said in rows
    ]  # fmt: skip


def _component(purl: str, name: str, version: str) -> dict[str, Any]:
    return {"type": "library", "bom-ref": purl, "purl": purl, "name": name, "version": version}


def bill() -> dict[str, Any]:
    components = of_python(ROOT / "requirements" / "base.txt") + of_node(ROOT / "package-lock.json")
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": components}


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1)
