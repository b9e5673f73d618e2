"""Every rendition of every kind of briefing: whole, safe, within its size, and the same bytes each time."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import socket
import time
from datetime import timedelta
from pathlib import Path

import docx
import jsonschema
import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar

from briefing.errors import RenderError
from briefing.models import Briefing, Disagreement, Issue, Side
from briefing.render import (
    RenderSettings,
    TemplateSource,
    json_schema,
    read_briefing,
    render_calendar,
    render_docx,
    render_html,
    render_json,
    render_subject,
    render_text,
)
from tests.render import briefings
from tests.render.rich import rich

SETTINGS = RenderSettings()
TEMPLATES = TemplateSource()
EACH = pytest.mark.parametrize("made", [make() for make in briefings.ALL.values()], ids=list(briefings.ALL))


def html_of(made: Briefing) -> BeautifulSoup:
    return BeautifulSoup(render_html(made, settings=SETTINGS, templates=TEMPLATES), "lxml")


def words_of_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    return "\n".join(t.text or "" for t in document.element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"))


@EACH
def test_the_same_briefing_gives_the_same_bytes(made: Briefing) -> None:
    """In every format, however often it is rendered."""
    for render in (render_html, render_text, render_docx):
        first, second = (render(made, settings=SETTINGS, templates=TEMPLATES) for _ in range(2))
        assert first == second
    assert render_calendar(made) == render_calendar(made)
    assert render_json(made) == render_json(made)


@EACH
def test_html_stays_within_the_budget_and_whole(made: Briefing) -> None:
    """No tag is cut off, every citation leads to a sentence that is there, and nothing is fetched from anywhere."""
    page = render_html(made, settings=SETTINGS, templates=TEMPLATES)
    assert len(page) <= SETTINGS.html_budget_bytes
    assert page.decode().rstrip().endswith("</html>")
    soup = BeautifulSoup(page, "lxml")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for link in soup.find_all("a"):
        target = str(link["href"])
        assert target.startswith("https://") or target.removeprefix("#") in ids, target
    assert not soup.find_all(["img", "link", "script", "iframe", "object", "form"])
    assert "url(" not in page.decode()
    styles = soup.find_all("style")
    assert styles and all(style.find_parent("head") for style in styles), "mail programs read no other"
    assert sum(len(style.get_text()) for style in styles) <= 16 * 1024 and "@media" in str(styles)


@EACH
def test_text_reads_at_72_columns(made: Briefing) -> None:
    """Only a word that is longer than the line, such as an address, may stand out."""
    for line in render_text(made, settings=SETTINGS, templates=TEMPLATES).decode().splitlines():
        assert len(line) <= 72 or " " not in line.strip().removeprefix("- ").removeprefix("* "), line


@EACH
def test_json_is_valid_and_read_back(made: Briefing) -> None:
    """Against the published schema, and to the same record."""
    data = render_json(made)
    jsonschema.validate(json.loads(data), json_schema())
    assert read_briefing(data) == made


@EACH
def test_calendar_can_be_imported(made: Briefing) -> None:
    """One event a dated step, with a UID of its own."""
    calendar = Calendar.from_ical(render_calendar(made))
    events = calendar.walk("VEVENT")
    assert len(events) == sum(s.value is not None for s in made.next_steps)
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert calendar.subcomponents


def test_a_deadline_stands_on_its_last_day() -> None:
    """And its event says what is due, from when to when, and on which words that rests."""
    (event,) = Calendar.from_ical(render_calendar(briefings.small())).walk("VEVENT")
    assert event.decoded("DTSTART") == briefings.DAY + timedelta(days=3)
    assert str(event["SUMMARY"]) == "Due: Norland: vote on the bill"
    assert "The minister spoke." in str(event["DESCRIPTION"])


def test_hostile_text_stays_text() -> None:
    """No markup, link, field, header or template comes out of a document's words."""
    made = briefings.hostile()
    soup = html_of(made)
    assert briefings.HOSTILE[0] in soup.get_text()
    assert "{{ 7 * 7 }}" in soup.get_text()
    assert not any(str(a["href"]).startswith("javascript") for a in soup.find_all("a"))
    assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert "\n" not in render_subject(made, templates=TEMPLATES)
    text = render_text(made, settings=SETTINGS, templates=TEMPLATES).decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", text)


#: closes what it stands in, opens what runs, and leads elsewhere, in text and in attributes
POISON = "\"'></p></td></table></style><script src=//evil.example></script><a href='javascript:alert(1)' onclick=\"x\">{{ 7*7 }}{% raw %}"
#: fields that are no text from a document
OURS = {
    "id",
    "sentence",
    "key",
    "kind",
    "novelty",
    "status",
    "grain",
    "outcome",
    "published_from",
    "document",
    "language",
    "schedule",
    "settings_version",
}


def poisoned(value: object) -> object:
    """A record with every text that comes from a document replaced."""
    if isinstance(value, str):
        return POISON
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(poisoned(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [f.name for f in dataclasses.fields(value) if f.name not in OURS]
        return dataclasses.replace(value, **{name: poisoned(getattr(value, name)) for name in fields})
    return value


def test_no_field_of_any_record_becomes_markup() -> None:
    """Whatever stands in titles, names, roles, outlets, paths, phrases or reasons, the page has the same elements, attributes and links."""
    clean, bad = rich(), poisoned(rich())
    assert isinstance(bad, Briefing)
    bad = dataclasses.replace(
        bad, extra={}, sources=tuple(dataclasses.replace(s, url=f"https://news.example/{s.number}") for s in bad.sources)
    )
    shapes = []
    for made in (clean, bad):
        html = render_html(made, settings=RenderSettings(html_budget_bytes=10**7), templates=TEMPLATES).decode()
        soup = BeautifulSoup(html, "lxml")
        shapes.append(({(tag.name, name) for tag in soup.find_all(True) for name in tag.attrs}, {tag.name for tag in soup.find_all(True)}))
        assert {a["href"] for a in soup.find_all("a") if not str(a["href"]).startswith("#")} == {s.url for s in clean.sources}
    assert shapes[1][0] <= shapes[0][0] and shapes[1][1] <= shapes[0][1]
    assert "{{ 7*7 }}" in render_text(bad, settings=SETTINGS, templates=TEMPLATES).decode()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https:///x", "https://a b", 'https://a"onclick', "//x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    """A source with any other address is named without one."""
    made = briefings.briefing(sources=[briefings.source(url=url)])
    assert [a["href"] for a in html_of(made).find_all("a") if not str(a["href"]).startswith("#")] == []


def test_a_template_that_takes_a_document_s_word_for_a_file_reads_none(tmp_path: Path) -> None:
    """Even where the user's own template includes what a text names, nothing outside the template folders is found."""
    (tmp_path / "secret.txt").write_text("secret")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "briefing.html.j2").write_text("{% include b.title %}")
    for title in ("/etc/passwd", "../secret.txt", str(tmp_path / "secret.txt"), "..\\secret.txt", "file:///etc/passwd"):
        with pytest.raises(RenderError, match="missing"):
            render_html(briefings.briefing(title=title), settings=SETTINGS, templates=TemplateSource(mine))


def test_what_the_budget_leaves_out_is_counted() -> None:
    """The reader learns how much more the attached document holds."""
    text = html_of(briefings.oversize()).get_text()
    more = re.search(r"(\d+) more positions in the attached document", text)
    assert more and int(more.group(1)) + text.count("should look at plan") >= 500
    assert "500" not in (more.group(1),)
    assert "plan 499" in words_of_docx(render_docx(briefings.oversize(), settings=SETTINGS, templates=TEMPLATES))


def test_disagreements_and_sides_are_cut_too() -> None:
    """No section alone can make the message larger than it may be; how many are left out is said."""
    sides = tuple((briefings.excerpt("one side of it " * 60), c) for c in briefings.CITE * 2)
    stand = Side(actor="Ada Example", target=None, kind="support", excerpt=briefings.excerpt("x"), citations=briefings.CITE)
    made = dataclasses.replace(
        briefings.small(),
        disagreements=tuple(Disagreement(about=f"matter {n}", sides=sides) for n in range(80)),
        issues=tuple(Issue(about=f"issue {n}", supporters=(stand,) * 9, opponents=(), requests=()) for n in range(80)),
    )
    text = html_of(made).get_text()
    for noun, shown in (("disagreements", "matter"), ("issues", "issue")):
        more = re.search(rf"(\d+) more {noun} in the attached document", text)
        assert more and int(more[1]) + len(re.findall(rf"{shown} \d", text)) == 80


def test_a_message_without_the_word_document_does_not_speak_of_one() -> None:
    """What the size leaves out is counted there too."""
    page = render_html(briefings.oversize(), settings=RenderSettings(word_beside=False), templates=TEMPLATES).decode()
    assert "attached" not in page
    assert re.search(r"\d+ more positions left out here for length", page) and re.search(r"\d+ more left out here for length", page)


def test_a_text_without_end_does_not_keep_the_briefing_from_being_made() -> None:
    """A table that lost its line ends comes as one sentence, or one word: its beginning is shown, and the rest of the briefing."""
    for endless in (" ".join(["figure"] * 20_000), "x" * 100_000):
        made = briefings.briefing(
            bottom_line=[endless],
            actors=[briefings.actor(endless, endless)],
            positions=[briefings.position(1, endless, endless, target=endless)],
            steps=[briefings.step(1, [endless], endless, briefings.DAY)],
            sources=[briefings.source([endless], title=endless)],
        )
        assert endless[:1000] in html_of(made).get_text()
        assert len(render_text(made, settings=SETTINGS, templates=TEMPLATES)) < 80_000
        assert "…" in words_of_docx(render_docx(made, settings=SETTINGS, templates=TEMPLATES))


@pytest.mark.parametrize("name", ["rich", "oversize"])
def test_a_very_small_budget_still_gives_a_whole_page(name: str) -> None:
    """Each section stays, if only to say how much more of it the attached document holds, and every link still leads somewhere."""
    made = briefings.ALL[name]()
    least = len(render_html(made, settings=RenderSettings(), templates=TEMPLATES))
    for budget in range(22_000, least, 25_000):
        try:
            page = render_html(made, settings=RenderSettings(html_budget_bytes=budget), templates=TEMPLATES)
        except RenderError as error:
            assert "at its shortest" in str(error)
            continue
        assert len(page) <= budget
        soup = BeautifulSoup(page, "lxml")
        ids = {tag["id"] for tag in soup.find_all(id=True)}
        assert {str(a["href"]).removeprefix("#") for a in soup.find_all("a") if str(a["href"]).startswith("#")} <= ids


def test_all_renditions_say_the_same() -> None:
    """What one of them shows, the others show."""
    made = briefings.small()
    for shown in (
        html_of(made).get_text(" "),
        render_text(made, settings=SETTINGS, templates=TEMPLATES).decode(),
        words_of_docx(render_docx(made, settings=SETTINGS, templates=TEMPLATES)),
    ):
        flat = " ".join(shown.split())
        for words in ("Calls on Norland", "“withdraw the bill”", "by 9 May", "Hold talks", "The Daily Example", "seeds/a.txt"):
            assert words in flat.replace("“ ", "“").replace(" ”", "”"), words


def test_a_page_that_quotes_nothing_does_not_say_how_it_quotes() -> None:
    """An empty briefing has neither lines nor numbers in brackets; one with sources says where they lead."""
    for made, says in ((briefings.small(), True), (briefings.empty(), False)):
        html, text = (render(made, settings=SETTINGS, templates=TEMPLATES).decode() for render in (render_html, render_text))
        for page in (html, text):
            assert ("in the words of its source" in page) is says and "Made " in page


def test_a_name_that_a_step_begins_with_is_not_said_twice() -> None:
    """ "Norland: Norland will vote" is no way to speak."""
    made = briefings.briefing(steps=[briefings.step(1, ["Norland"], "Norland will vote", briefings.DAY)])
    assert "Norland: Norland" not in html_of(made).get_text(" ")
    assert "Norland: Norland" not in render_text(made, settings=SETTINGS, templates=TEMPLATES).decode()
    step = briefings.step(1, ["Ada Quill"], "Mayor Quill will resign", briefings.DAY)
    short = dataclasses.replace(step, told=briefings.excerpt("will resign"))
    long = dataclasses.replace(step, told=briefings.excerpt("Rain fell in Selm. Mayor Quill will resign."))
    for each, said in ((short, "Ada Quill: will resign"), (long, "Ada Quill: Mayor Quill will resign")):
        (event,) = Calendar.from_ical(render_calendar(briefings.briefing(steps=[each]))).walk("VEVENT")
        assert str(event["SUMMARY"]) == said


def test_a_template_error_names_file_and_line(tmp_path: Path) -> None:
    """Syntax, unknown names and missing files, in the user's own copy."""
    mine = tmp_path / "briefing.txt.j2"
    for text, message in (("a\n{% if %}", "briefing.txt.j2:2"), ("a\n\n{{ b.nothing }}", "briefing.txt.j2:3"), ("{% include 'x' %}", "x")):
        mine.write_text(text)
        with pytest.raises(RenderError, match=message):
            render_text(briefings.small(), settings=SETTINGS, templates=TemplateSource(tmp_path))


def test_a_reader_is_told_why_they_get_it_and_how_to_be_taken_off() -> None:
    """Where it is sent; a briefing that goes to nobody says nothing of it."""
    sent = RenderSettings(leave_at="leave<&>@example.org")
    page = BeautifulSoup(render_html(briefings.small(), settings=sent, templates=TEMPLATES), "lxml").get_text()
    text = render_text(briefings.small(), settings=sent, templates=TEMPLATES).decode()
    assert all("To be taken off, write to leave<&>@example.org." in " ".join(said.split()) for said in (page, text))
    for render in (render_html, render_text):
        assert b"taken off" not in render(briefings.small(), settings=SETTINGS, templates=TEMPLATES)


def test_a_template_fetches_nothing(tmp_path: Path) -> None:
    """The inliner of styles would load a stylesheet that a template names, from anywhere."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/mine.css"
        (tmp_path / "briefing.html.j2").write_text(
            f'<html><head><link rel="stylesheet" href="{address}"><style>p {{ color: red }}</style></head><body><p>x</p></body></html>'
        )
        page = render_html(briefings.small(), settings=SETTINGS, templates=TemplateSource(tmp_path))
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert b"color:red" in page


def test_a_template_reads_no_other_file(tmp_path: Path) -> None:
    """Not by a path that leads out of its folder, and not through the objects it is given."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = tmp_path / "mine"
    folder.mkdir()
    for text in ("{% include '../secret.txt' %}", f"{{% include '{secret}' %}}", "{{ b.__class__.__mro__ }}"):
        (folder / "briefing.txt.j2").write_text(text)
        with pytest.raises(RenderError):
            render_text(briefings.small(), settings=SETTINGS, templates=TemplateSource(folder))


@pytest.mark.slow
def test_a_large_briefing_renders_in_time() -> None:
    """500 positions and 200 next steps: HTML and text in a second, Word in three."""
    made = briefings.oversize()
    began = time.process_time()
    render_html(made, settings=SETTINGS, templates=TEMPLATES)
    render_text(made, settings=SETTINGS, templates=TEMPLATES)
    middle = time.process_time()
    render_docx(made, settings=SETTINGS, templates=TEMPLATES)
    assert middle - began < 1
    assert time.process_time() - middle < 3


def test_what_the_length_left_out_is_said_on_every_page() -> None:
    """How many next steps, and where they are: each with a day is in the calendar. What only they rest on is no source of the page."""
    made = briefings.small()
    left = tuple(dataclasses.replace(made.next_steps[0], id=f"left-{n}", value=v) for n, v in enumerate((made.next_steps[0].value, None)))
    made = dataclasses.replace(made, more_steps=left, more_positions=3)
    pages = (
        html_of(made).get_text(),
        " ".join(render_text(made, settings=SETTINGS, templates=TEMPLATES).decode().split()),
        words_of_docx(render_docx(made, settings=SETTINGS, templates=TEMPLATES)),
    )
    for page in pages:
        assert "2 more next steps left out for length: in the calendar (1 with a day) and the JSON file." in page
        assert "3 more positions in them left out for length." in page
    dated = sum(s.value is not None for s in made.next_steps)
    assert len(Calendar.from_ical(render_calendar(made)).walk("VEVENT")) == dated + 1
    assert read_briefing(render_json(made)).more_steps == left
