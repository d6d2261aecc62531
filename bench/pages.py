"""How fast the site answers with everything loaded, beside a Flask page that does nothing.

`python bench/pages.py [--data DIR] [--requests N]`: fills `instance/bench` with the sample data and
with the records of DIR (once: the next run finds them), starts gunicorn with the settings of
`make run`, and prints the milliseconds from request to the last byte, one reader at a time.
"""

import argparse
import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote

from flask import Flask

ROOT = Path(__file__).resolve().parents[1]
INSTANCE = ROOT / "instance/bench"
BIN = Path(sys.executable).parent
LONG_LAW = "ประมวลกฎหมายแพ่งและพาณิชย์"
WORDS = ("สหกรณ์", "งบประมาณรายจ่าย", "คนพิการ", "มาตรา 133", "วุฒิสภา", "ป่าไม้", "ที่ดิน", "สิ่งแวดล้อม")
WARM_UP = 10


def bare() -> Flask:
    """Make the page to compare with: what Flask and gunicorn alone take."""
    app = Flask("bare")
    app.add_url_rule("/", "show", lambda: "<!doctype html><title>Nothing</title><p>Nothing.")
    return app


def main() -> None:
    """Read the arguments, fill, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    arguments.add_argument("--requests", type=int, default=200)
    asked = arguments.parse_args()
    fill(asked.data)
    with server("pages:bare()") as port:
        rows = [("a bare Flask page", measure(port, ["/"], asked.requests))]
    with server("webapp:create_app()") as port:
        rows += [(n, measure(port, p, asked.requests)) for n, p in pages(port).items()]
    print("| page | kB | p50 ms | p95 ms |\n|---|---|---|---|")
    for name, (size, middle, slow) in rows:
        print(f"| {name} | {size / 1000:.0f} | {middle:.1f} | {slow:.1f} |")


def fill(data: Path) -> None:
    """Make the tables, then load the sample data and `data` unless an earlier run has."""
    done = INSTANCE / "filled"
    INSTANCE.mkdir(parents=True, exist_ok=True)
    flask("db", "upgrade")
    if not done.exists():
        flask("seed")
        done.write_text("sample\n")
    if data.is_dir() and str(data.resolve()) not in done.read_text():
        start = time.perf_counter()
        flask("import", str(data))
        flask("jobs", "drain")
        done.write_text(f"{data.resolve()}\n")
        print(f"imported {data} in {time.perf_counter() - start:.0f} s")
    elif not data.is_dir():
        print(f"no records in {data}: measured with the sample data alone")


def settings() -> dict[str, str]:
    """Return the environment of the measured site: an instance folder apart, no rate limits."""
    return {**os.environ, "INSTANCE_DIR": str(INSTANCE), "RATE_LIMITS": "off"}


def flask(*words: str) -> None:
    """Run a command of the site; raises `CalledProcessError` where it fails."""
    command = [str(BIN / "flask"), "--app", "webapp", *words]
    subprocess.run(command, cwd=ROOT, env=settings(), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def server(application: str) -> Iterator[int]:
    """Run `application` under gunicorn as `make run` does; give its port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [str(BIN / "gunicorn"), "--bind", f"127.0.0.1:{port}", "--pythonpath", "bench"]
    running = subprocess.Popen(
        [*command, application], cwd=ROOT, env=settings(), stdout=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield port
    finally:
        running.terminate()
        running.wait(20)


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("gunicorn does not answer")


def read(connection: http.client.HTTPConnection, path: str) -> bytes:
    """Return the body at `path`; raises `RuntimeError` where the answer is not 200."""
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return body


def pages(port: int) -> dict[str, list[str]]:
    """Return the pages to measure: what each is, and the addresses asked for in turn."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    bills = addresses(read(connection, "/bills"), r"/bills/b-\d+[^\"?#]*")
    laws = read(connection, f"/documents?words={quote(LONG_LAW)}")
    found: dict[str, list[str]] = {
        "/bills": ["/bills"],
        "/bills, later pages": [f"/bills?page={number}" for number in (2, 3, 4)],
        "one bill": bills,
        "a search": [f"/search?q={quote(word)}" for word in WORDS],
    }
    for law in addresses(laws, r"/documents/d-\d+")[:1]:
        parts = addresses(read(connection, law), rf"{law}/part/\d+")
        found["the longest law, its first part"] = [law]
        found["the longest law by chapter"] = parts or [law]
    connection.close()
    return {name: paths for name, paths in found.items() if paths}


def addresses(body: bytes, pattern: str) -> list[str]:
    """Return the different addresses in a page's links that match `pattern`, in their order."""
    matches = re.findall(rf'href="({pattern})"', body.decode())
    return [quote(path, safe="/%?=&") for path in dict.fromkeys(matches)]


def measure(port: int, paths: list[str], requests: int) -> tuple[float, float, float]:
    """Return mean bytes, and the 50th and 95th percentile of milliseconds over `requests`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for path in islice(cycle(paths), max(WARM_UP, 2 * len(paths))):
        read(connection, path)
    times, sizes = [], []
    for path in islice(cycle(paths), requests):
        start = time.perf_counter()
        sizes.append(len(read(connection, path)))
        times.append(1000 * (time.perf_counter() - start))
    connection.close()
    cuts = statistics.quantiles(times, n=100)
    return statistics.mean(sizes), cuts[49], cuts[94]


if __name__ == "__main__":
    main()
