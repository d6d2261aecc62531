"""`python -m office_files LANG SECONDS MEGABYTES`: a file in, its pages as JSON out.

Limits itself first: what a hostile file makes a reader do ends with this process.
"""

import json
import resource
import sys
from dataclasses import asdict

from office_files.faults import Fault, FileRefused
from office_files.reading import read


def main() -> None:
    """Read standard input and answer with `{"file": …}` or `{"fault": …}`."""
    lang, seconds, megabytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    memory = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    answer: dict[str, object]
    try:
        answer = {"file": asdict(read(sys.stdin.buffer.read(), lang))}
    except FileRefused as refusal:
        answer = {"fault": refusal.fault}
    except MemoryError:
        answer = {"fault": Fault.BOMB}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
