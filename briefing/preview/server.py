"""Serves the proofs to a browser on this machine, and to nobody else."""

from __future__ import annotations

import html
import json
import logging
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from briefing.errors import BriefingError, ConfigError
from briefing.preview.proofs import Proof, Proofs

log = logging.getLogger(__name__)
LOOPBACK = "127.0.0.1"
#: nothing is loaded from elsewhere, no script runs but the page's own, and no other site may frame or read what is served
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_HERE = Path(__file__).parent
#: what of the message is for readers in the dark, shown always or never
_DARK = b"(prefers-color-scheme:dark)", b"(prefers-color-scheme: dark)"


class PreviewServer(ThreadingHTTPServer):
    """Listens on the loopback address alone. Raises ConfigError where the port is taken."""

    daemon_threads = True

    def __init__(self, proofs: Proofs, *, port: int) -> None:
        self.proofs = proofs
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except (OSError, OverflowError) as error:
            raise ConfigError(f"port {port} cannot be used ({error}); name another one with --port, or 0 for any that is free") from error

    @property
    def url(self) -> str:
        """The address to open."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def is_own_name(self, host: str | None) -> bool:
        """A page of another site whose name leads here (DNS rebinding) still sends that site's name."""
        return host in {f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost")}


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "briefing"
    sys_version = ""

    def do_GET(self) -> None:
        if not self.server.is_own_name(self.headers.get("Host")):
            self._send(HTTPStatus.FORBIDDEN, _plain(f"This preview answers to {self.server.url} only."))
            return
        address = urlsplit(self.path)
        name = address.path.removeprefix("/")
        proofs = self.server.proofs
        if name == "":
            self._send(HTTPStatus.OK, Proof(media_type="text/html; charset=utf-8", data=(_HERE / "page.html").read_bytes()))
        elif name == "page.js":
            self._send(HTTPStatus.OK, Proof(media_type="text/javascript; charset=utf-8", data=(_HERE / "page.js").read_bytes()))
        elif name == "version":
            self._send(HTTPStatus.OK, Proof(media_type="application/json", data=json.dumps({"version": proofs.version()}).encode()))
        else:
            self._send_proof(name, scheme=parse_qs(address.query).get("scheme", [""])[0])

    def _send_proof(self, name: str, *, scheme: str) -> None:
        proofs = self.server.proofs
        try:
            proof = proofs.make(name)
        except KeyError:
            self._send(HTTPStatus.NOT_FOUND, _plain("There is nothing at this address."))
        except BriefingError as error:
            log.info("%s", error)
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, _mistake(str(error), proofs.excerpt(str(error))))
        else:
            self._send(HTTPStatus.OK, _in_scheme(proof, scheme))

    def _send(self, status: HTTPStatus, proof: Proof) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", proof.media_type)
        self.send_header("Content-Length", str(len(proof.data)))
        if proof.file_name is not None:
            self.send_header("Content-Disposition", f'attachment; filename="{proof.file_name}"')
        self.end_headers()
        self.wfile.write(proof.data)

    def log_message(self, format: str, *args: object) -> None:
        log.debug(format, *args)


def _plain(text: str) -> Proof:
    return Proof(media_type="text/plain; charset=utf-8", data=text.encode())


def _in_scheme(proof: Proof, scheme: str) -> Proof:
    """Show the message as in a dark or in a light mail program, whatever this browser is set to."""
    if scheme not in ("dark", "light"):
        return proof
    data = proof.data
    for query in _DARK:
        data = data.replace(query, b"all" if scheme == "dark" else b"not all")
    return Proof(media_type=proof.media_type, data=data, file_name=proof.file_name)


_STYLE = "body { font: 16px/1.5 sans-serif; margin: 32px; color: #17202b } pre { background: #f0f4f9; padding: 12px } b { color: #9f2a1f }"
_MISTAKE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A mistake</title><style>{style}</style></head>
<body><p><b>{message}</b></p>{lines}<p>This page follows when the file is saved.</p></body>
</html>
"""


def _mistake(message: str, lines: list[tuple[int, str, bool]]) -> Proof:
    """Show what is wrong, and the lines of the template around it."""
    tags = [("b" if wrong else "span", f"{number:5}  {html.escape(line)}") for number, line, wrong in lines]
    shown = "<pre>" + "\n".join(f"<{tag}>{line}</{tag}>" for tag, line in tags) + "</pre>" if tags else ""
    page = _MISTAKE.format(style=_STYLE, message=html.escape(message), lines=shown)
    return Proof(media_type="text/html; charset=utf-8", data=page.encode())
