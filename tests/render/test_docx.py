"""The Word document: its items, its styles, its package, and the user's own template."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing.cli import main
from briefing.errors import RenderError
from briefing.models import Briefing, Citation
from briefing.render import RenderSettings, TemplateSource, render_docx
from briefing.render.docx.template import STYLES
from briefing.render.presenter import make_view
from briefing.render.scripts import is_right_to_left, split_scripts
from briefing.render.wording import capital, clean, cut_from, open_sentence, quoted
from tests.render import briefings
from tests.render.word_reader import NOTHING, Item, W, open_document, pieces, read_back, render_sample, style_of, table_property

SETTINGS, TEMPLATES = RenderSettings(), TemplateSource()
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EACH = pytest.mark.parametrize("name", list(briefings.ALL))


def render(made: Briefing, templates: TemplateSource = TEMPLATES) -> bytes:
    return render_docx(made, settings=SETTINGS, templates=templates)


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def keys(citations: Iterable[Citation]) -> Item:
    return tuple(c.sentence for c in citations)


@EACH
def test_the_document_is_read_back_to_the_briefing_s_items(name: str) -> None:
    """python-docx finds each item with its words and its citations under the style that it stands in, and no other item."""
    made = briefings.ALL[name]()
    shown = read_back(render_sample(name))
    told = made.stories if len(made.stories) > 1 else None
    positions = [p for s in told for p in s.positions] if told else made.positions
    assert shown.title == clean(made.title)
    assert shown.notice == ([made.notice] if made.notice else [])
    assert shown.bottom_line == [(open_sentence(clean(b.excerpt.text)), *keys(b.citations)) for b in made.bottom_line]
    assert shown.stories == [(clean(s.headline), *keys([s.headline_citation] if s.headline_citation else [])) for s in told or ()]
    view = make_view(made)
    holders = [h for s in view.stories for h in s.holders] if told else view.holders
    assert Counter(shown.positions) == Counter(
        (h.name, p.label, quoted(p.text) if p.quoted else p.text, *(c.key for c in p.cites)) for h in holders for p in h.positions
    )
    lines = {(f"{label} {text}".casefold(), tuple(cited)) for _, label, text, *cited in shown.positions}
    # "highlighting" is told as "highlights"
    shown_words = [(clean(p.excerpt.text).casefold(), clean(p.cue).endswith("ing"), keys(p.citations)) for p in positions]
    assert all(
        any((words.partition(" ")[2] if changed else words) in line and cited == told for line, cited in lines)
        for words, changed, told in shown_words
    )
    assert all(any(capital(clean(p.actor)) in capital(name) for name, *_ in shown.positions) for p in positions)
    assert Counter(shown.steps) == Counter(
        (capital(_names(s.who)) or NOTHING, capital(clean(s.excerpt.text)), *keys(s.citations)) for s in made.next_steps
    )
    assert shown.changes == [
        (
            clean(c.subject),
            *(quoted(cut_from(clean(e.text))) if e else NOTHING for e in (c.before, c.after)),
            *keys(c.citations),
        )
        for c in made.changes
    ]
    disagreements = [d for s in told for d in s.disagreements] if told else made.disagreements
    assert shown.sides == [(clean(e.text), c.sentence) for d in disagreements for e, c in d.sides]
    assert shown.actors == [(a.name, *(c.key for c in a.cites)) for a in view.actors]
    assert {(a, t) for a, t, _ in shown.relations} <= {(clean(r.actor), clean(r.target)) for r in made.relations}
    issues = [i for s in told for i in s.issues] if told else made.issues
    assert Counter(shown.stands) == Counter(
        (
            label,
            f"{clean(s.actor)} of {clean(s.target)}" if s.target and label == "Asks" else clean(s.actor),
            clean(s.excerpt.text),
            *keys(s.citations),
        )
        for i in issues
        for label, sides in (("For", i.supporters), ("Against", i.opponents), ("Asks", i.requests))
        for s in sides
    )
    assert shown.sentences == [(s.key, clean(s.text)) for source in made.sources for s in source.sentences]
    assert shown.versions == [
        (clean(d.outlet), "".join(quoted(clean(e.text)) for e in (d.theirs, d.ours) if e))
        for source in made.sources
        for d in source.differences
    ]


def _names(who: Iterable[str]) -> str:
    *first, last = [clean(w) for w in who] or [""]
    return f"{', '.join(first)} and {last}" if first else last


@EACH
def test_only_the_template_s_styles_shape_it(name: str) -> None:
    """A run carries its style, its direction and its language; a paragraph its style and direction. None is empty."""
    document = open_document(render_sample(name))
    body = document.element.body
    for properties in body.iter(f"{W}rPr"):
        assert {e.tag.removeprefix(W) for e in properties} <= {"rStyle", "rtl", "lang"}
    for properties in body.iter(f"{W}pPr"):
        assert {e.tag.removeprefix(W) for e in properties} <= {"pStyle", "bidi"}
        assert properties.find(f"{W}pStyle") is not None
    for properties in body.iter(f"{W}tblPr"):
        assert not {e.tag.removeprefix(W) for e in properties} & {"tblBorders", "shd", "jc", "tblCellMar"}
    for properties in body.iter(f"{W}tcPr"):
        assert {e.tag.removeprefix(W) for e in properties} == {"tcW"}
    for paragraph in body.iter(f"{W}p"):
        assert "".join(t.text or "" for t in paragraph.iter(f"{W}t")).strip()


@EACH
def test_headings_are_in_order_and_tables_keep_together(name: str) -> None:
    """No level is left out; the first row of a table is repeated, no row is split, and every table and drawing has an alternative text."""
    document = open_document(render_sample(name))
    levels = [int(style_of(p)[-1]) for p in document.paragraphs if style_of(p).startswith("Heading")]
    assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False))
    for table in document.tables:
        rows = table._tbl.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        for name_ in ("tblCaption", "tblDescription"):
            assert table_property(table, name_, "val")


@EACH
def test_every_link_leads_to_a_bookmark(name: str) -> None:
    """Each citation has one, and shows its sentence to whoever points at it. Bookmarks have names that Word accepts, once each."""
    data = render_sample(name)
    document = open_document(data)
    marks = [e.get(f"{W}name") for e in document.element.body.iter(f"{W}bookmarkStart")]
    numbers = [e.get(f"{W}id") for e in document.element.body.iter(f"{W}bookmarkStart")]
    assert len(set(marks)) == len(marks) == len(set(numbers))
    assert all(m and m.replace("_", "").isalnum() and m[0].isalpha() and len(m) <= 40 for m in marks)
    linked = 0
    for link in document.element.body.iter(f"{W}hyperlink"):
        if link.get(f"{R}id"):
            assert document.part.rels[link.get(f"{R}id")].target_ref.startswith("https://")
            continue
        assert link.get(f"{W}anchor") in marks
        if link.find(f"{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "CitationMark":
            linked += 1
            assert len(link.get(f"{W}tooltip")) <= 250
    every = [*document.paragraphs, *(p for t in document.tables for r in t.rows for c in r.cells for p in c.paragraphs)]
    assert linked == sum(style == "Citation Mark" and text.startswith("[") for p in every for style, text in pieces(p))


@EACH
def test_the_package_says_what_it_is(name: str) -> None:
    """Title, author, language and dates are the run's; no thumbnail, fixed times, parts that are XML, and the same bytes each time."""
    made = briefings.ALL[name]()
    data = render_sample(name)
    assert data == render(made)
    core = open_document(data).core_properties
    assert core.title.startswith(clean(made.title))
    assert (core.author, core.last_modified_by, core.language, core.revision) == ("briefing", "briefing", made.language, 1)
    assert core.created == core.modified and core.created is not None
    assert core.created.replace(tzinfo=made.made_at.tzinfo) == made.made_at
    assert '<w:lang w:val="en-GB"' in part(data, "word/styles.xml")
    package = zipfile.ZipFile(io.BytesIO(data))
    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for info in package.infolist():
        etree.fromstring(package.read(info))
        assert "thumbnail" not in info.filename


@EACH
def test_head_and_foot(name: str) -> None:
    """Title and date from the second page on (the first one begins with them), page x of y on every page."""
    made = briefings.ALL[name]()
    document = open_document(render_sample(name))
    (section,) = document.sections
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous
    assert section.header.paragraphs[0].text.startswith(f"{clean(made.title)} · ")
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == "Page 1 of 1"
        assert [e.text for e in foot._element.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


def test_paper_is_a_setting() -> None:
    """A4 by default, Letter where it is asked for; tables take the width between the margins."""
    for paper, width in (("A4", 210.0), ("Letter", 215.9)):
        settings = RenderSettings(paper=paper)  # type: ignore[arg-type]  # one of the two
        document = open_document(render_docx(briefings.small(), settings=settings, templates=TEMPLATES))
        (section,) = document.sections
        assert section.page_width is not None and section.left_margin is not None and section.right_margin is not None
        assert round(section.page_width.mm, 1) == width
        text_width = (section.page_width - section.left_margin - section.right_margin) / 635
        for table in document.tables:
            assert abs(int(table_property(table, "tblW", "w")) - text_width) < 20


def test_hostile_text_stays_text() -> None:
    """No markup, field, link or control character comes out of a document's words."""
    data = render(briefings.hostile())
    document = part(data, "word/document.xml")
    assert "instrText" not in document and "fldSimple" not in document and "fldChar" not in document
    assert 'TargetMode="External"' not in part(data, "word/_rels/document.xml.rels")
    text = "\n".join(t.text or "" for t in etree.fromstring(document.encode()).iter(f"{W}t"))
    for words in ("<script>alert(1)</script>", "{{ 7 * 7 }}", "<w:p/>", "=HYPERLINK("):
        assert words in text
    assert not any(ord(c) < 32 and c != "\n" for c in text)


@given(st.text(st.characters(exclude_categories=()), min_size=1).filter(lambda text: clean(text)))
@settings(max_examples=60)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """Control characters, halves of surrogate pairs, any script: cleaned of what XML cannot hold, and read back."""
    made = briefings.briefing(
        title=text,
        bottom_line=[text],
        actors=[briefings.actor(text, text)],
        positions=[briefings.position(1, text, text, quoted=True, target=text)],
        steps=[briefings.step(1, [text], text, briefings.DAY)],
        sources=[briefings.source([text], title=text, url=f"https://example.org/{text}")],
    )
    shown, words = read_back(render(made)), clean(text)
    assert shown.title == words
    assert [plain(item[0]) for item in shown.bottom_line] == [plain(open_sentence(words))]
    assert [(plain(who), plain(what)) for who, what, *_ in shown.steps] == [(plain(capital(words)), plain(capital(words)))]
    assert [plain(actor) for actor, *_ in shown.positions] == [plain(capital(words))]
    assert [plain(sentence) for _, sentence in shown.sentences] == [plain(words)]


def plain(text: str) -> str:
    """Without the marks of direction and the kinds of spaces that the reader folds."""
    return " ".join(text.translate({0x200E: None, 0x200F: None, 0xA0: " "}).split())


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://例え.example/会談?q=“x”#é", "https://xn--r8jz45g.example/%E4%BC%9A%E8%AB%87?q=%E2%80%9Cx%E2%80%9D#%C3%A9"),
        ("https://example.org:8443/%20a/{b}|c", "https://example.org:8443/%20a/%7Bb%7D%7Cc"),
        ("https://[::1]/a", "https://[::1]/a"),
        ("https://example.org/" + "a" * 2000, None),
        ("https://*.example/", None),
        (f"https://{'a' * 70}.example/", None),
        ("https://example.org:port/", None),
        ("https://ministry.example@evil.example/", None),
    ],
)
def test_an_address_that_word_cannot_follow_stays_text(address: str, link: str | None) -> None:
    """Links are URIs in ASCII: Word calls a document damaged over others."""
    document = open_document(render(briefings.briefing(sources=[briefings.source(title="The source", url=address)])))
    links = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert links == ([link] if link else [])
    assert any("The source" in p.text for p in document.paragraphs)


def test_letters_of_every_script_are_told_apart() -> None:
    """Right-to-left and East Asian stretches, with what stands between their letters; nothing is lost."""
    assert list(split_scripts("Ali علي حسن said")) == [("Ali ", None, None), ("علي حسن", "rtl", "und-Arab"), (" said", None, None)]
    assert list(split_scripts("משה")) == [("משה", "rtl", "he")]
    assert [s.language for s in split_scripts("山田太郎は · 会談")] == ["ja"]
    assert [s.language for s in split_scripts("김 and 会談")] == ["ko", None, "und-Hani"]
    assert is_right_to_left("وزير الخارجية said") and not is_right_to_left("the minister علي") and not is_right_to_left("")


def test_right_to_left_words_run_right_to_left() -> None:
    """Their paragraph and their runs say so; names keep to the document's side, with their letters marked."""
    document = open_document(render(briefings.exotic()))
    quotation = next(p for p in document.paragraphs if style_of(p) == "Quotation")
    assert quotation._p.pPr is not None and quotation._p.pPr.find(f"{W}bidi") is not None
    heading = next(p for p in document.paragraphs if style_of(p) == "Heading 2")
    assert heading._p.pPr is not None and heading._p.pPr.find(f"{W}bidi") is None
    assert heading._p.find(f"{W}r/{W}rPr/{W}rtl") is not None
    assert document.element.body.find(f".//{W}lang[@{W}eastAsia='ja-JP']") is not None


def _own_template() -> docx.document.Document:
    return docx.Document(str(TEMPLATES.path("briefing.docx")))


def test_a_restyled_template_is_worn(tmp_path: Path) -> None:
    """Fonts, margins and a letterhead of the user's own are kept; the template's text is not."""
    own = _own_template()
    own.styles["Heading 1"].font.name = "Georgia"
    own.sections[0].left_margin = Mm(40)
    own.sections[0].header.paragraphs[0].text = "Ministry of Northern Affairs"
    own.add_paragraph("A line of the specimen")
    own.save(str(tmp_path / "briefing.docx"))
    document = open_document(render(briefings.small(), TemplateSource(tmp_path)))
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert document.sections[0].header.paragraphs[0].text == "Ministry of Northern Affairs"
    assert document.sections[0].footer.paragraphs[0].text == "Page 1 of 1"
    assert not document.sections[0].different_first_page_header_footer
    assert all("specimen" not in p.text and "Bottom Line:" not in p.text for p in document.paragraphs)
    width = int(table_property(document.tables[0], "tblW", "w"))
    assert abs(width - (210 - 40 - 20) * 56.7) < 30


def test_styles_are_known_by_their_names(tmp_path: Path) -> None:
    """A Word in another language gives styles other ids when it saves the file; the names stay."""
    file = tmp_path / "briefing.docx"
    with zipfile.ZipFile(TEMPLATES.path("briefing.docx")) as shipped, zipfile.ZipFile(file, "w") as package:
        for name in shipped.namelist():
            content = shipped.read(name).decode()
            package.writestr(name, re.sub('(styleId|Style w:val|basedOn w:val|next w:val)="(?=[A-Z])', r'\1="Vorlage', content))
    data = render(briefings.ALL["rich"](), TemplateSource(tmp_path))
    assert 'w:val="VorlageHeading1"' in part(data, "word/document.xml")
    assert read_back(data) == read_back(render_sample("rich"))


def test_pictures_and_links_of_the_specimen_are_left_behind(tmp_path: Path) -> None:
    """What the template's text refers to does not travel with every briefing, nor does a thumbnail."""
    own = _own_template()
    own.part.relate_to("https://example.org/", f"{R[1:-1]}/hyperlink", is_external=True)
    own.save(str(tmp_path / "briefing.docx"))
    data = render(briefings.empty(), TemplateSource(tmp_path))
    assert "example.org" not in part(data, "word/_rels/document.xml.rels")


def test_the_check_names_the_style_that_a_template_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the file, so that a user can mend it; a style of the right name and the wrong type does not count."""
    own = _own_template()
    for name in ("Bottom Line", "Stance For", "Label"):
        own.styles[name].delete()
    own.styles.add_style("Label", WD_STYLE_TYPE.PARAGRAPH)
    (tmp_path / "mine").mkdir()
    own.save(str(tmp_path / "mine" / "briefing.docx"))
    (tmp_path / "config.yaml").write_text("templates: mine\n")
    assert main(["check", "--config", str(tmp_path / "config.yaml")]) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("WRONG"))
    assert "mine/briefing.docx lacks the paragraph styles Bottom Line, Stance For and the character style Label" in line


def test_a_file_that_is_no_word_document_is_named(tmp_path: Path) -> None:
    """Whatever is wrong with it."""
    file = tmp_path / "briefing.docx"
    workbook = io.BytesIO()
    with zipfile.ZipFile(workbook, "w") as package:
        package.writestr("[Content_Types].xml", "<no")
    for content in (b"", b"no zip", workbook.getvalue()):
        file.write_bytes(content)
        with pytest.raises(RenderError, match=r"briefing\.docx is no Word document"):
            render(briefings.small(), TemplateSource(tmp_path))


def test_the_shipped_template_is_what_its_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte: the binary in the repository has a source. It shows each style that the writer uses at work."""
    from docs import make_word_template

    monkeypatch.setattr(make_word_template, "TARGET", tmp_path / "briefing.docx")
    make_word_template.main()
    assert (tmp_path / "briefing.docx").read_bytes() == TEMPLATES.path("briefing.docx").read_bytes()
    specimen = _own_template()
    cells = [p for t in specimen.tables for r in t.rows for c in r.cells for p in c.paragraphs]
    used = {style_of(p) for p in (*specimen.paragraphs, *cells)} | {style for p in specimen.paragraphs for style, _ in pieces(p)}
    used |= {t.style.name or "" for t in specimen.tables if t.style is not None}
    assert {name for names in STYLES.values() for name in names} <= used
