"""Make templates/briefing.docx: the styles of the Word document, which users then change in Word.

    python docs/make_word_template.py

The same bytes every time. Everything else in python-docx's own template (its thumbnail, its author) is taken out.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

TARGET = Path(__file__).parent.parent / "templates" / "briefing.docx"
INK, BLUE, GREY, RULE, SHADE = "1C2430", "1D4F7C", "55606E", "D5DDE6", "EEF4FA"
SANS, SERIF = "Calibri", "Cambria"


def main() -> None:
    document = docx.Document()
    styles = document.styles
    for style in list(styles):
        if style.name not in ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer", "Title", "Subtitle",
                              "Heading 1", "Heading 2", "Heading 3", "Body Text", "Strong"):  # fmt: skip
            style.delete()
    text(styles["Normal"], SANS, 11, INK, after=6)
    language(styles.element)

    def paragraph(name: str, base: str = "Normal") -> Any:
        style = styles[name] if name in [s.name for s in styles] else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base] if name != base else None
        style.quick_style = True
        style.hidden = False
        return style

    text(paragraph("Title"), SERIF, 26, INK, bold=True, after=2)
    text(paragraph("Subtitle"), SANS, 11, GREY, after=12)
    for spacing in styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        styles["Subtitle"].element.rPr.remove(spacing)
    for name in ("Title", "Subtitle"):
        border = styles[name].element.find(".//" + qn("w:pBdr"))
        if border is not None:
            border.getparent().remove(border)
    heading = text(paragraph("Heading 1"), SANS, 13, BLUE, bold=True, before=16, after=6, keep=True)
    heading.element.get_or_add_pPr().insert_element_before(
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="2" w:color="{RULE}"/></w:pBdr>'),
        "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl",
    )  # fmt: skip
    text(paragraph("Heading 2"), SANS, 12, INK, bold=True, before=10, after=2, keep=True)
    text(paragraph("Heading 3"), SANS, 11, INK, bold=True, before=8, after=2, keep=True)
    text(paragraph("Body Text"), SANS, 11, INK, after=6)
    lead = text(paragraph("Bottom Line"), SERIF, 12, INK, after=0, before=4)
    lead.element.get_or_add_pPr().append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="4" w:color="{SHADE}"/>'
            f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{BLUE}"/>'
            f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{SHADE}"/></w:pBdr>'
        )
    )
    lead.element.get_or_add_pPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{SHADE}"/>'))
    order(lead)
    text(paragraph("Position"), SANS, 11, INK, after=2, left=6)
    text(paragraph("Quotation"), SERIF, 11, INK, after=4, left=6)
    text(paragraph("Note"), SANS, 9.5, GREY, after=4)
    text(paragraph("Table Text"), SANS, 10, INK, before=2, after=2)
    text(paragraph("Table Heading"), SANS, 9, GREY, bold=True, before=2, after=2, keep=True)
    text(paragraph("Source"), SANS, 10, INK, before=6, after=2, keep=True)
    text(paragraph("Source Sentence"), SANS, 9.5, GREY, after=2, left=6)
    for name in ("Header", "Footer"):
        style = text(paragraph(name), SANS, 9, GREY, after=0)
        stops = style.paragraph_format.tab_stops
        for _stop in list(stops):
            stops.clear_all()
            break
        stops.add_tab_stop(Mm(83), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(166), WD_TAB_ALIGNMENT.RIGHT)
    for name, size, color, bold in (
        ("Label", 9, BLUE, True), ("Citation", 8.5, BLUE, False), ("Strong", None, None, True),
        ("Hyperlink", None, BLUE, False), ("Quiet", 9.5, GREY, False),
    ):  # fmt: skip
        known = [s.name for s in styles]
        style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.bold = bold or None
        style.font.size = Pt(size) if size else None
        if color:
            style.font.color.rgb = RGBColor.from_string(color)
        style.font.underline = name == "Hyperlink" or None
        style.hidden, style.quick_style = False, True
    styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefingTable"><w:name w:val="Briefing Table"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>'
            f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
            f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>'
            '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = "Briefing", "briefing", "briefing", ""
    core.created = core.modified = datetime(2022, 9, 20)  # noqa: DTZ001 -- core properties take naive UTC
    buffer = io.BytesIO()
    document.save(buffer)
    TARGET.write_bytes(settle(buffer.getvalue()))


def text(
    style: Any,
    font: str,
    size: float,
    color: str,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    left: float = 0,
    keep: bool = False,
) -> Any:
    style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(color)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name or "theme" in name:
            del fonts.attrib[name]
    fonts.set(qn("w:hAnsi"), font)
    fonts.set(qn("w:cs"), font)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.left_indent = Pt(before), Pt(after), Mm(left)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.12
    shape.keep_with_next = keep
    return style


def language(styles: Any) -> None:
    """Say that the text is English; readers and spelling checkers ask for it."""
    run = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-GB")
    run.append(lang)


def order(style: Any) -> None:
    """Put a paragraph's properties into the order that the schema asks for."""
    sequence = ["keepNext", "keepLines", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl"]
    properties = style.element.get_or_add_pPr()
    ranked = sorted(properties, key=lambda e: sequence.index(e.tag.split("}")[1]) if e.tag.split("}")[1] in sequence else 3)
    for element in ranked:
        properties.append(element)


def settle(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            if "thumbnail" in name:
                continue
            content = read.read(name)
            if name == "_rels/.rels":
                begin = content.index(b"<Relationship ", 0)
                parts = content[begin : content.index(b"</Relationships>")].split(b"/>")
                kept = [p for p in parts if p.strip() and b"thumbnail" not in p]
                content = content[:begin] + b"".join(p + b"/>" for p in kept) + b"</Relationships>"
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, content)
    return out.getvalue()


if __name__ == "__main__":
    main()
