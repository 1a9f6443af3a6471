"""Serves a folder to the benchmark's browser as a web server does: compressed, and unhurried."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""How hard gzip tries: what servers do unless told."""

POLL = 0.02
"""How many seconds a server that is to stop may take to notice."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}
COMPRESSED = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml"})


class Server(ThreadingHTTPServer):
    """A site on a port of this machine, which remembers what it was asked for."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        """Listen on any free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder.resolve()
        self.asked: list[str] = []

    @property
    def base(self) -> str:
        """Give the address of the site."""
        return f"http://127.0.0.1:{self.server_port}/"


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder for as long as it is needed."""
    with Server(folder) as server:
        thread = Thread(target=server.serve_forever, args=(POLL,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Answers one request after another on the same connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # the head of an answer would wait for its body

    def do_GET(self) -> None:
        """Answer with a file of the site, or with its page for what is not there."""
        self.server.asked.append(self.path)
        path = unquote(urlsplit(self.path).path)
        file = (self.server.folder / path.lstrip("/")).resolve()
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        if file.is_file() and file.is_relative_to(self.server.folder):
            self._send(HTTPStatus.OK, file)
        else:
            self._send(HTTPStatus.NOT_FOUND, self.server.folder / "404.html")

    def _send(self, status: HTTPStatus, file: Path) -> None:
        body = _body(file) if file.exists() else b""
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        if body and file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  http.server's name
        """Say nothing: the tables do."""


@cache
def _body(file: Path) -> bytes:
    """Give a file as it goes over the line, compressed once: a run must not wait for gzip."""
    body = file.read_bytes()
    return gzip.compress(body, LEVEL, mtime=0) if file.suffix in COMPRESSED else body
