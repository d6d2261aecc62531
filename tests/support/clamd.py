"""A scanner that speaks clamd's INSTREAM and knows one virus: the test file of EICAR."""

import socketserver
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

# In two parts, so that no scanner takes this file for it.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()


class _Scan(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        self.wfile.write(found)


@contextmanager
def tcp_scanner() -> Iterator[str]:
    """A scanner at a free port; gives its address."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Scan) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def unix_scanner(path: Path) -> Iterator[str]:
    """A scanner at a socket in the file system; gives its address."""
    with socketserver.ThreadingUnixStreamServer(str(path), _Scan) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"unix:{path}"
        server.shutdown()
