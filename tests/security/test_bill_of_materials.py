"""What an installation is made of can be listed at any time, without asking anybody."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_locked_package_stands_in_the_bill_with_its_hashes() -> None:
    done = subprocess.run([sys.executable, "tools/sbom.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = {part["purl"]: part for part in json.loads(done.stdout)["components"]}
    locked = re.findall(r"^([\w.-]+)==([^\s;\\]+)", (ROOT / "requirements" / "base.txt").read_text(), re.M)

    assert {f"pkg:pypi/{name.lower()}@{version}" for name, version in locked} <= set(listed)
    assert all(part["hashes"] for purl, part in listed.items() if purl.startswith("pkg:pypi/"))
    assert any(purl.startswith("pkg:npm/vite@") for purl in listed)
