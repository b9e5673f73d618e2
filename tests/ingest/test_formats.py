"""Each format gives its words, what it says about itself, and its reasons."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from briefing.errors import UnreadableDocument
from briefing.ingest import IngestSettings
from briefing.ingest.formats.markdown import strip_markdown
from briefing.ingest.formats.wrapped_lines import join_pages, without_shared_ends

from .samples import (
    ENGLISH,
    PARAGRAPHS,
    blank_pdf_bytes,
    docx_bytes,
    page_source,
    pdf_bytes,
    read,
    write,
    zip_bytes,
)


def refused(path: Path, data: bytes | str, **limits: float) -> str:
    """Give the reason why a file gives no document."""
    with pytest.raises(UnreadableDocument) as caught:
        read(write(path, data), IngestSettings(**limits))  # type: ignore[arg-type]
    assert caught.value.detail
    return caught.value.reason


# ---------------------------------------------------------------------------------------------- Markdown


def test_markdown_takes_what_its_front_matter_says(tmp_path: Path) -> None:
    """Title, day, source, address and language stand there; other programs' keys are let be."""
    matter = (
        "---\ntitle: 'Talks: the river'\npublished: 2022-09-20\nsource: River Watch\nurl: https://x.example/a\n"
        "language: en\ntags: [a, b]\n---\n"
    )
    document = read(write(tmp_path / "a.md", f"{matter}# Another\n\n{ENGLISH}"))
    assert (document.title, document.outlet, document.url) == ("Talks: the river", "River Watch", "https://x.example/a")
    assert (str(document.published), document.published_from) == ("2022-09-20", "front matter")
    assert "published" not in document.text


@pytest.mark.parametrize(
    "matter",
    [
        "title: [a",
        "title: a\ntitle: b",
        "title: [a, b]",
        "published: soon",
        "published: 2022-02-30",
        "url: javascript:alert(1)",
        "language: no",
        "title: a\n- b",
        "a: &a [*a]\nb: *c",
    ],
)
def test_markdown_with_wrong_front_matter_is_refused(tmp_path: Path, matter: str) -> None:
    """A block that cannot be understood is named, as its day would be lost in silence."""
    assert refused(tmp_path / "a.md", f"---\n{matter}\n---\n{ENGLISH}") == "front matter"


@pytest.mark.parametrize(
    "title",
    [
        "Correction: minister resigns",
        "Sedra: the mine's last day: what is known",
        "“Never”: Dunmore on the mine # 4",
        '"Never", says Dunmore: the mine stays',
        "'Never' says Dunmore",
        "[Opinion] The mine: a farewell",
        "@minister answers",
        "40 % of what?",
        "Who pays:",
    ],
)
def test_a_title_that_is_no_yaml_is_read_as_the_rest_of_its_line(tmp_path: Path, title: str) -> None:
    """As people write it; the other keys, also those with quotes or lists, say what they say."""
    matter = f"---\ntitle: {title}  \npublished: 2022-09-20\nsource: 'River: Watch'\ntags: [a,\n  b]\n---\n"
    document = read(write(tmp_path / "a.md", f"{matter}{ENGLISH}"))
    assert (document.title, document.outlet, str(document.published)) == (title, "River: Watch", "2022-09-20")


@pytest.mark.parametrize("matter", ["title: A: b\nsource: [a\n", "title: A: b\nsource: 'a\n"])
def test_what_else_is_wrong_beside_such_a_title_is_named(tmp_path: Path, matter: str) -> None:
    """A list or a quotation that is left open, with the line at which the reading ended."""
    with pytest.raises(UnreadableDocument) as caught:
        read(write(tmp_path / "a.md", f"---\n{matter}---\n{ENGLISH}"))
    assert caught.value.detail == "its front matter is no valid YAML in line 4"


@pytest.mark.parametrize("start", ["---\nA rule, not a key\n---\n", "---\n\n", "--- title: a\n"])
def test_markdown_with_a_rule_has_no_front_matter(tmp_path: Path, start: str) -> None:
    """A rule across the page begins no block."""
    assert PARAGRAPHS[0] in read(write(tmp_path / "a.md", start + ENGLISH)).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# The *title*\n\nOne\ntwo.", "The title\n\nOne two."),
        ("Title\n=====\nBody", "Title\n\nBody"),
        ("a **b** _c_ `d*e*` ~~f~~ snake_case_name 2 * 3 * 4", "a b c d*e* f snake_case_name 2 * 3 * 4"),
        ("[text](https://x.example/a_(b)) ![alt](b.png) <https://x.example> [ref][1]\n\n[1]: https://x.example",
         "text https://x.example ref"),
        ("- one\n- [x] two\n  goes on\n1. three", "one\n\ntwo goes on\n\nthree"),
        ("> quoted\n> words", "quoted words"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\tb\n\n1\t2"),
        ("```\ncode  *kept*\n```", "code  *kept*"),
        ("a<br/>b <!-- no --> &amp; \\*c\\*[^1]", "ab & *c*"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ("## C#\n\n### Closed ##", "C#\n\nClosed"),
    ],
)  # fmt: skip
def test_markdown_gives_its_words_without_the_marks(source: str, text: str) -> None:
    """What a reader would see is the text, a paragraph a block."""
    assert strip_markdown(source)[0] == text


# ---------------------------------------------------------------------------------------------- HTML

MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World news</a></li></ul></nav>"
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def test_html_gives_the_article_and_what_the_page_says(tmp_path: Path) -> None:
    """Menus are left out; title, day, outlet and address are the page's own statements."""
    head = (
        "<title>Talks go on | River Watch</title><meta property='og:title' content='Talks go on'>"
        "<meta property='article:published_time' content='2022-09-20T23:30:00-04:00'>"
        "<meta property='og:site_name' content='River Watch'><link rel='canonical' href='https://x.example/a'>"
    )
    document = read(write(tmp_path / "a.html", page_source(f"{MENU}<article><h1>Talks go on</h1>{ARTICLE}</article>", head)))
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    assert "World news" not in document.text
    assert (document.title, document.outlet, document.url) == ("Talks go on", "River Watch", "https://x.example/a")
    assert (str(document.published), document.published_from) == ("2022-09-20", "metadata")


def test_html_reads_linked_data(tmp_path: Path) -> None:
    """JSON-LD says headline, day and publisher, however deep the article stands in it."""
    linked = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Talks \\ud800 go on",'
        '"datePublished": "2022-09-20", "publisher": {"name": "River Watch"}}]}</script>'
    )
    document = read(write(tmp_path / "a.htm", page_source(ARTICLE, linked)))
    assert (document.title, document.outlet, str(document.published)) == ("Talks ? go on", "River Watch", "2022-09-20")


def test_html_guesses_no_day(tmp_path: Path) -> None:
    """Days in the footer, in comments and in teasers are not the article's."""
    rest = "<footer>© 2019 River Watch, 3 May 2019</footer><time datetime='2020-01-01'>x</time>"
    assert read(write(tmp_path / "a.html", page_source(f"<article>{ARTICLE}</article>{rest}"))).published is None


@pytest.mark.parametrize("tag", ["main", "article", "div"])
def test_html_keeps_lists(tmp_path: Path, tag: str) -> None:
    """What an extraction drops is looked for again: the demands in a list are part of the article."""
    demands = [f"the {word} side is to withdraw its troops from the crossing by the end of the week" for word in
               ("first", "second", "third", "fourth", "fifth")]  # fmt: skip
    items = "".join(f"<li>{demand}</li>" for demand in demands)
    source = page_source(f"{MENU}<{tag}><p>{PARAGRAPHS[0]}</p><ul>{items}</ul><p>{PARAGRAPHS[1]}</p></{tag}>")
    text = read(write(tmp_path / "a.html", source)).text
    assert all(demand in text for demand in demands)
    assert "World news" not in text


def test_html_keeps_a_table_of_figures(tmp_path: Path) -> None:
    """A table with cells beside each other is one."""
    table = "<table><tr><td>Fares</td><td>12 crowns</td></tr><tr><td>Boats</td><td>3 ferries</td></tr></table>"
    text = read(write(tmp_path / "a.html", page_source(f"<article>{ARTICLE}{table}</article>"))).text
    assert "| Fares | 12 crowns |" in text


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_what_nobody_sees_is_left_out(tmp_path: Path, name: str) -> None:
    """Soft hyphens and joiners are in no text but a plain one, whose characters are the file's."""
    body = ENGLISH.replace("agreement", "agree\u00adment").replace("reason", "rea\u200bson")
    source = page_source("".join(f"<p>{p}</p>" for p in body.split("\n"))) if name == "a.html" else body
    assert read(write(tmp_path / name, source)).text.split() == ENGLISH.split()
    assert read(write(tmp_path / "a.txt", body)).text == body


def test_html_is_decoded_as_it_declares(tmp_path: Path) -> None:
    """A page in an older encoding says so in its head."""
    source = page_source(f"<article><p>The café’s owner said so.</p>{ARTICLE}</article>").replace("utf-8", "iso-8859-1")
    assert "The café’s owner" in read(write(tmp_path / "a.html", source.encode("cp1252"))).text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<html><body><script>let x = 1</script></body></html>", "empty"),
        ("<!-- -->", "empty"),
        (b"%PDF-1.4 " + ENGLISH.encode(), "wrong extension"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "wrong extension"),
    ],
)
def test_html_without_an_article_is_refused(tmp_path: Path, source: str | bytes, reason: str) -> None:
    """A page of scripts has no text."""
    assert refused(tmp_path / "a.html", source) == reason


def test_a_text_of_what_nobody_sees_is_empty(tmp_path: Path) -> None:
    """Soft hyphens and marks of direction are no text."""
    assert refused(tmp_path / "a.txt", "\u00ad\u2066 \u2069\n") == "empty"


# ---------------------------------------------------------------------------------------------- Word


def test_docx_gives_paragraphs_tables_and_properties(tmp_path: Path) -> None:
    """Everything that is read on the page is there, in its order."""
    word = docx.Document()
    word.core_properties.title = "Talks go on"
    word.core_properties.created = datetime(2022, 9, 20, 8, 0)  # noqa: DTZ001 - Word's property has no zone in this API
    word.add_paragraph(PARAGRAPHS[0])
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "In the cell", "Beside it"
    word.add_paragraph(PARAGRAPHS[1])
    stream = io.BytesIO()
    word.save(stream)
    document = read(write(tmp_path / "a.docx", stream.getvalue()))
    assert document.text == f"{PARAGRAPHS[0]}\nIn the cell\nBeside it\n{PARAGRAPHS[1]}"
    assert (document.title, str(document.published), document.published_from) == (
        "Talks go on",
        "2022-09-20",
        "metadata",
    )


def test_docx_takes_its_title_from_the_first_heading(tmp_path: Path) -> None:
    """A program's own title and the day of its template say nothing."""
    document = read(write(tmp_path / "a.docx", docx_bytes(title="Word Document", heading="Talks go on")))
    assert (document.title, document.published) == ("Talks go on", None)


def test_docx_shows_insertions_and_hides_deletions(tmp_path: Path) -> None:
    """Tracked changes are read as accepted, as a reader sees them."""
    changed = (
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>put in</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>taken out</w:delText></w:r></w:del></w:p>'
    )
    source = zipfile.ZipFile(io.BytesIO(docx_bytes()))
    entries = [(name, source.read(name)) for name in source.namelist()]
    entries = [(name, data.replace(b"<w:body>", b"<w:body>" + changed.encode())) for name, data in entries]
    text = read(write(tmp_path / "a.docx", zip_bytes(*entries))).text
    assert text.startswith("put in\n") and "taken out" not in text


def test_docx_bombs_and_locked_files_are_refused(tmp_path: Path) -> None:
    """The archive is measured before any of it is unpacked to memory."""
    path = tmp_path / "a.docx"
    assert refused(path, zip_bytes(("word/document.xml", bytes(30_000_000)))) == "archive bomb"
    assert refused(path, docx_bytes(), max_archive_bytes=1000) == "archive bomb"
    assert refused(path, docx_bytes(), max_archive_entries=3) == "archive bomb"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(path, ole + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    assert refused(path, ole) == "wrong extension"
    assert refused(path, ENGLISH) == "wrong extension"
    assert refused(path, zip_bytes(("a.txt", b"a"))) == "unreadable"
    assert refused(path, docx_bytes()[:-2000]) == "unreadable"
    assert refused(path, docx_bytes("")) == "empty"


# ---------------------------------------------------------------------------------------------- PDF


def test_pdf_gives_paragraphs_and_title(tmp_path: Path) -> None:
    """Lines are joined to the paragraphs that they were."""
    document = read(write(tmp_path / "a.pdf", pdf_bytes(title="The talks go on")))
    assert document.text.split("\n") == list(PARAGRAPHS)
    assert document.title == "The talks go on"
    assert document.media_type == "application/pdf"


def test_pdf_day_stands_apart(tmp_path: Path) -> None:
    """A line that only holds a day goes on with no headline."""
    text = read(
        write(tmp_path / "a.pdf", pdf_bytes("Talks on the river and its dam go on in Northport", "20 September 2022", *PARAGRAPHS))
    ).text
    assert text.split("\n")[:2] == ["Talks on the river and its dam go on in Northport", "20 September 2022"]


def _of_two(pages: list[str]) -> list[str]:
    return ["\n".join(lines) for lines in without_shared_ends([page.split("\n") for page in pages])]


def test_pdf_of_two_pages_has_no_running_heads(tmp_path: Path) -> None:
    """A line that both pages begin with, or both end with but for a number, is the page's."""
    pages = ["The Lake Wire\nAda Quill said that the\nferry will stay\nPage 1", "The Lake Wire\nin Northport, and that\nit must.\nPage 2"]
    assert _of_two(pages) == ["Ada Quill said that the\nferry will stay", "in Northport, and that\nit must."]
    assert _of_two(pages[:1]) == pages[:1]
    assert _of_two(["a\nb\nc", "d\ne\nf"]) == ["a\nb\nc", "d\ne\nf"]


def test_pdf_reasons(tmp_path: Path) -> None:
    """Locked, empty, broken and false files each have their own."""
    path = tmp_path / "a.pdf"
    assert refused(path, pdf_bytes(password="secret")) == "encrypted"
    assert refused(path, blank_pdf_bytes()) == "empty"
    assert refused(path, b"%PDF-1.7\nnothing") == "unreadable"
    assert refused(path, ENGLISH) == "wrong extension"
    assert refused(path, pdf_bytes(), timeout_s=0.01) == "timeout"
    assert refused(path, pdf_bytes(), max_memory_bytes=30_000_000) in {"too large", "unreadable"}


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        (["the inter-\nnational talks went on and\nso they did."], "the international talks went on and so they did."),
        (["a well-known man, as they say here of him\nand a well-\nknown woman came."],
         "a well-known man, as they say here of him and a well-known woman came."),
        (["The Anglo-\nIrish talks went on for long."], "The Anglo-Irish talks went on for long."),
        (["the first goes on\n\nthe second"], "the first goes on\nthe second"),
        (["• one thing to do here\n• another thing to do"], "• one thing to do here\n• another thing to do"),
        ([f"River Watch\nand here {word} it goes on\n{n}" for n, word in enumerate(("first", "then", "last"))],
         "and here first it goes on and here then it goes on and here last it goes on"),
        ([""], ""),
    ],
)  # fmt: skip
def test_lines_are_joined_to_paragraphs(pages: list[str], text: str) -> None:
    """Hyphens at line ends go unless the word has one elsewhere; running heads and page numbers go."""
    assert join_pages(pages) == text


# ---------------------------------------------------------------------------------------------- all


GERMAN = """Die beiden Minister trafen sich in der Hauptstadt und vereinbarten, dass die Gespräche über den Fluss
weitergehen, wie das Ministerium in einer Erklärung mitteilte. Eine Einigung gab es nicht."""
SPANISH = """Los dos ministros se reunieron en la capital y acordaron que las conversaciones sobre el río continuarían,
dijo el ministerio en un comunicado. No se llegó a ningún acuerdo sobre la presa de la región."""
DUTCH = """Twee ministers hebben elkaar in de hoofdstad ontmoet en zijn het erover eens dat de gesprekken over de rivier
doorgaan, zo zei het ministerie in een verklaring. Er is niet over de dam gesproken."""


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (ENGLISH, True),
        ("Ja, das ist so.", True),
        (GERMAN, False),
        (SPANISH, False),
        (DUTCH, False),
        ("Оба министра встретились в столице и договорились продолжить переговоры о реке.", False),
        ("两位部长在首都会晤，同意继续就河流问题进行谈判，外交部在一份声明中说。两国没有就大坝达成协议。", False),
    ],
)
def test_other_languages_than_english_are_skipped(tmp_path: Path, text: str, english: bool) -> None:
    """The briefing reads English; a short text has the benefit of the doubt."""
    path = write(tmp_path / "a.txt", text)
    if english:
        assert read(path).language == "en"
    else:
        assert refused(path, text) == "not english"


def test_short_text_is_of_the_language_that_it_says(tmp_path: Path) -> None:
    """A few words prove nothing by themselves; English words are English whatever is said."""
    french = "Le ministre a dit que le pont sera fermé."
    assert refused(tmp_path / "a.md", f"---\nlanguage: fr\n---\n{french}") == "not english"
    assert "the bridge" in read(write(tmp_path / "b.md", "---\nlanguage: fr\n---\nThe minister said that the bridge is closed.")).text


def test_files_over_a_limit_are_refused(tmp_path: Path) -> None:
    """Size is a setting."""
    assert refused(tmp_path / "a.txt", ENGLISH, max_bytes=100) == "too large"
    assert refused(tmp_path / "a.xlsx", ENGLISH) == "unsupported format"
    assert refused(tmp_path / "README", ENGLISH) == "unsupported format"
    assert refused(tmp_path / "a.JPG", ENGLISH) == "no document"


@pytest.mark.parametrize("name", ["a.html", "a.docx"])
def test_large_files_are_read_in_a_process_of_their_own(tmp_path: Path, name: str) -> None:
    """What that process reads is what this one would."""
    data = docx_bytes(title="Talks") if name.endswith("docx") else page_source(f"<article>{ARTICLE}</article>").encode()
    path = write(tmp_path / name, data)
    assert read(path, IngestSettings(in_process_bytes=10)) == read(path)


def test_page_that_only_asks_for_scripts_is_empty(tmp_path: Path) -> None:
    """What a page says where its scripts do not run is nobody's news."""
    page = "<html><head><title>App</title></head><body><div id=root></div><script>var x=1</script>"
    page += "<noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
    with pytest.raises(UnreadableDocument, match="it has no text"):
        read(write(tmp_path / "a.html", page))


def test_two_pages_lose_their_head_and_keep_their_paragraphs() -> None:
    """A blank line within a page stays where the line above it is left out."""
    assert _of_two(["Board 1\nAda left.\n\nShe is ill.", "Board 2\nTom left.\n\nHe is well."]) == [
        "Ada left.\n\nShe is ill.",
        "Tom left.\n\nHe is well.",
    ]
