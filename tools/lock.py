"""Write requirements/*.txt anew from pyproject.toml: with hashes, for every platform, without names of hosts."""

import subprocess
import sys
from pathlib import Path

UV = Path(sys.executable).with_name("uv")
PROJECT = "pyproject.toml"
LOCKS = {
    "base": [PROJECT, "--extra", "build"],
    "dev": [PROJECT, "--extra", "build", "--extra", "dev"],
    "node": ["--group", "node"],
}
OPTIONS = [
    "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-header", "--no-annotate", "--no-emit-index-url", "--upgrade",
]  # fmt: skip


def main() -> None:
    for name, source in LOCKS.items():
        subprocess.run([UV, "pip", "compile", *OPTIONS, *source, "-o", f"requirements/{name}.txt"], check=True)


if __name__ == "__main__":
    main()
