"""Make templates/briefing.docx: the styles of the Word document, which users then change in Word.

    make word-template

The same bytes every time, and nothing in the package but what Word needs: styles, settings, and a page that shows every style at
work. The writer takes the styles and leaves the page.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from docs.word_styles import CHARACTERS, LANGUAGE, PARAGRAPHS, TABLES, Paragraph, TableStyle, style_id, styles_xml

TARGET = Path(__file__).parent.parent / "templates" / "briefing.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPECIMEN = (
    "This page shows the styles of the briefing. Change a style (right-click its name, Modify), save the file under its name, and the "
    "next briefing wears it. What is written here is never shown. Margins count too, and so do a header and a footer of your own."
)


def main() -> None:
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", f"{R}/officeDocument", "word/document.xml"),
            ("coreProperties", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extendedProperties", f"{R}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>briefing</Application></Properties>",
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", f"{R}/styles", "styles.xml"), ("settings", f"{R}/settings", "settings.xml")
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{_specimen()}{_section()}</w:body></w:document>',
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(),
    }
    with zipfile.ZipFile(TARGET, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, _HEAD + content)


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_KIND}.document.main+xml",
        "/word/styles.xml": f"{_KIND}.styles+xml",
        "/word/settings.xml": f"{_KIND}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _relationships(*targets: tuple[str, str, str]) -> str:
    lines = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Styles of the briefing</dc:title><dc:creator>briefing</dc:creator>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    """Word 2013 and later (mode 15): without it a document opens in compatibility mode."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _section() -> str:
    return (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1021" w:left="1134" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>'
    )


def _specimen() -> str:
    shown = [_paragraph("Title", "Daily briefing"), _paragraph("Note", _SPECIMEN)]
    shown += [_shown(style) for style in PARAGRAPHS if style.purpose]
    shown += [
        *(_shown_characters(name) for name in dict.fromkeys(style.within for style in CHARACTERS)),
        *(_table(style) for style in TABLES),
        _paragraph("Note", "End of the styles."),
    ]
    return "".join(shown)


def _shown(style: Paragraph) -> str:
    return _paragraph(style.name, f"{style.name}: {style.purpose}")


def _shown_characters(within: str) -> str:
    runs = "".join(_run(f"{style.name}: {style.purpose}. ", style.name) for style in CHARACTERS if style.within == within)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(within)}"/></w:pPr>{runs}</w:p>'


def _table(style: TableStyle) -> str:
    rows = ("".join(f"<w:tc>{_paragraph(kind, text)}</w:tc>" for text in style.shown) for kind in ("Table Heading", "Table Text"))
    first, second = rows
    grid = '<w:gridCol w:w="4800"/>' * len(style.shown)
    return (
        f"{_paragraph('Table Caption', style.name)}<w:tbl><w:tblPr>"
        f'<w:tblStyle w:val="{style_id(style.name)}"/><w:tblW w:w="0" w:type="auto"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"
    )


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{_run(text)}</w:p>'


def _run(text: str, style: str | None = None) -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style_id(style)}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


if __name__ == "__main__":
    main()
