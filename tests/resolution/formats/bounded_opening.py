"""Opens one file in a process of its own, and says what came of it, what it took, and whether it reached outside."""

import json
import resource
import sys
import time
from pathlib import Path

GIBIBYTE = 1 << 30


def main() -> None:
    """Print the outcome of opening the file named on the command line as JSON."""
    from bezpiecznik.resolution.document import UnreadableDocument
    from bezpiecznik.resolution.formats import open_document

    reached: list[str] = []
    sys.addaudithook(lambda event, _: reached.append(event) if event.startswith(("socket.", "subprocess.")) else None)
    resource.setrlimit(resource.RLIMIT_AS, (4 * GIBIBYTE, 4 * GIBIBYTE))
    begun = time.perf_counter()
    try:
        outcome = {"text": open_document(Path(sys.argv[1]).read_bytes()).text}
    except UnreadableDocument as refusal:
        outcome = {"refusal": str(refusal)}
    took = time.perf_counter() - begun
    memory = most_held()
    print(json.dumps(outcome | {"seconds": took, "bytes": memory, "reached": reached}))


def most_held() -> int:
    """Bytes of memory this program held at most; `ru_maxrss` would count what its parent held when it was begun."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) * 1024


if __name__ == "__main__":
    main()
