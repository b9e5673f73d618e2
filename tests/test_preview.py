"""The preview: what a browser gets, how it follows the templates, and that it answers to nobody else."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import ConfigError
from briefing.preview import PreviewServer, Proofs
from briefing.render import RenderSettings, TemplateSource, render_json
from tests.programs import require, run_script
from tests.render import briefings
from tests.render.rich import rich


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of renditions with one briefing in it."""
    made = tmp_path / "out"
    made.mkdir()
    (made / "briefing-2030-05-06.json").write_bytes(render_json(briefings.small()))
    return made


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    mine = tmp_path / "mine"
    mine.mkdir()
    return mine


@pytest.fixture
def server(folder: Path, templates: Path) -> Iterator[PreviewServer]:
    proofs = Proofs(folder=folder, settings=RenderSettings(), templates=TemplateSource(templates))
    with PreviewServer(proofs, port=0) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def get(server: PreviewServer, path: str, *, host: str | None = None) -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{server.server_port}"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body.decode(errors="replace"), answer.headers


def version(server: PreviewServer) -> str:
    return str(json.loads(get(server, "/version")[1])["version"])


def test_every_rendition_is_there(server: PreviewServer) -> None:
    """The page, the message (in either colour scheme), text, subject, Word document and calendar."""
    assert get(server, "/")[0] == get(server, "/page.js")[0] == 200
    assert "Ada Example" in get(server, "/email")[1]
    assert "prefers-color-scheme" not in get(server, "/email?scheme=dark")[1]
    assert "@media not all" in get(server, "/email?scheme=light")[1]
    assert get(server, "/text")[1].startswith("DAILY BRIEFING")
    assert get(server, "/subject")[1].startswith("Daily briefing, 6 May")
    assert 'filename="briefing-2030-05-06.docx"' in get(server, "/word")[2]["Content-Disposition"]
    assert "BEGIN:VEVENT" in get(server, "/calendar")[1]
    assert get(server, "/../../etc/passwd")[0] == get(server, "/page.html")[0] == 404


def test_it_follows_the_templates_and_the_newest_briefing(server: PreviewServer, templates: Path, folder: Path) -> None:
    """Another version as soon as a template or a briefing is written, and the rendition is made of it."""
    first = version(server)
    assert version(server) == first
    (templates / "briefing.txt.j2").write_text("Mine: {{ b.title }}")
    second = version(server)
    assert second != first and get(server, "/text")[1] == "Mine: Daily briefing\n"
    later = folder / "morning-2031-03-12.json"
    later.write_bytes(render_json(rich()))
    os.utime(later, (2**31, 2**31))
    assert version(server) != second and get(server, "/text")[1] == "Mine: Morning briefing: the river states\n"


def test_a_mistake_in_a_template_is_shown_with_its_place(server: PreviewServer, templates: Path) -> None:
    """File and line, the lines around it, as text; when it is mended the rendition is back."""
    mine = templates / "briefing.html.j2"
    mine.write_text("<p>one</p>\n<p>{{ b.tittle }}</p>\n<script>alert(1)</script>\n")
    status, page, _ = get(server, "/email")
    assert status == 500
    assert f"{mine}:2: " in page and "tittle" in page
    assert "<b>    2  &lt;p&gt;{{ b.tittle }}&lt;/p&gt;</b>" in page and "<script>" not in page
    mine.write_text("{% if %}")
    assert f"{mine}:1: " in get(server, "/email")[1]
    mine.unlink()
    assert get(server, "/email")[0] == 200


def test_what_a_template_includes_is_followed_too(server: PreviewServer, templates: Path) -> None:
    """A part of one's own in a folder below, and what that includes: another version when it is saved, mistakes with their lines."""
    (templates / "parts").mkdir()
    (templates / "briefing.txt.j2").write_text("{% include 'parts/head.j2' %}")
    (templates / "parts" / "head.j2").write_text("{% include 'parts/mine.j2' %}")
    part = templates / "parts" / "mine.j2"
    part.write_text("one")
    first = version(server)
    part.write_text("first\n{{ b.tittle }}")
    assert version(server) != first
    page = get(server, "/text")[1]
    assert f"{part}:2: " in page and "<b>    2  {{ b.tittle }}</b>" in page


def test_a_folder_without_a_briefing_says_what_to_do(server: PreviewServer, folder: Path) -> None:
    """And one that is damaged is named."""
    (made,) = folder.iterdir()
    made.write_text("{}")
    assert str(made) in get(server, "/text")[1]
    made.unlink()
    assert "briefing run" in get(server, "/text")[1]


def test_only_this_machine_and_only_by_its_own_name(server: PreviewServer) -> None:
    """Bound to the loopback address; a page of another site that gets its name to lead here is refused, whatever it asks for."""
    assert server.server_address[0] == "127.0.0.1"
    for host in ("evil.example", f"evil.example:{server.server_port}", "127.0.0.1", f"127.0.0.1.evil.example:{server.server_port}", ""):
        for path in ("/", "/email", "/version"):
            status, page, _ = get(server, path, host=host or " ")
            assert status == 403 and "Ada Example" not in page
    assert get(server, "/", host=f"localhost:{server.server_port}")[0] == 200


def test_nothing_served_may_load_or_run_what_is_not_ours(server: PreviewServer) -> None:
    """The policy stands on every answer, and other sites can neither frame nor read it."""
    for path in ("/", "/email", "/version", "/nothing"):
        headers = get(server, path)[2]
        assert (
            headers["Content-Security-Policy"].startswith("default-src 'none'")
            and "frame-ancestors 'self'" in headers["Content-Security-Policy"]
        )
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin" and headers["Cache-Control"] == "no-store"


def test_a_port_that_is_taken_is_named(server: PreviewServer) -> None:
    """With what to do."""
    with pytest.raises(ConfigError, match=f"port {server.server_port} cannot be used .* --port"):
        PreviewServer(server.proofs, port=server.server_port)


@pytest.mark.slow
def test_a_browser_follows_what_the_user_saves(server: PreviewServer, templates: Path, tmp_path: Path) -> None:
    """In Chromium, without a touch: the message, then the template as saved, then a mistake with its place; and nothing else is loaded."""
    require("chromium")
    mine = templates / "briefing.html.j2"
    seen = json.loads(run_script("preview.mjs", str(shutil.which("chromium")), server.url, str(mine), str(tmp_path / "preview.png")))
    assert "Ada Example" in seen["first"] and seen["subject"].startswith("Daily briefing, 6 May")
    assert seen["second"].strip() == "a new text"
    assert f"{mine}:2: " in seen["third"]
    assert seen["elsewhere"] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_prints_its_address_and_ends_with_the_user(folder: Path, number: signal.Signals) -> None:
    """The address goes to stdout, and an interrupt is no failure, also where whoever started it ignores interrupts."""
    command = [sys.executable, "-m", "briefing", "preview", "--port", "0", "--out", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.send_signal(number)
        try:
            assert process.wait(timeout=60) == 0
        finally:
            process.kill()
