"""The styles of the Word document as data, and their WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LANGUAGE = "en-GB"
INK, BLUE, GREY, RULE, SHADE = "1B2430", "1F4E79", "5A6675", "CBD3DC", "EFF4F9"
RED, AMBER, GREEN, WHITE = "9B2226", "8A5300", "1E6B45", "FFFFFF"
#: Latin, right-to-left and East Asian fonts that Word brings; LibreOffice and Google Docs have metric twins of the Latin ones
SANS = ("Calibri", "Arial", "Microsoft YaHei")
SERIF = ("Cambria", "Times New Roman", "Microsoft YaHei")
#: names that are Word's own, as a file spells them
_BUILT_IN = {"Heading 1": "heading 1", "Heading 2": "heading 2", "Heading 3": "heading 3", "Header": "header", "Footer": "footer"}
_OWN = {"Title", "Subtitle", "Body Text", "Normal", "Strong", "Hyperlink", *_BUILT_IN}


@dataclass(frozen=True, kw_only=True)
class Edge:
    """A rule beside a paragraph: ``width`` in eighths of a point, ``space`` in points from the text."""

    side: str
    width: int
    space: int
    color: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph style; lengths are points, ``line`` is a multiple of the line or, with ``exact``, points."""

    name: str
    purpose: str = ""
    font: tuple[str, str, str] = SANS
    size: float = 10.5
    color: str = INK
    bold: bool = False
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    line: float = 1.1
    exact: bool = False
    align: str = ""
    next: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    edges: tuple[Edge, ...] = ()
    fill: str = ""


@dataclass(frozen=True, kw_only=True)
class Character:
    name: str
    purpose: str = ""
    font: tuple[str, str, str] | None = None
    size: float | None = None
    color: str | None = None
    bold: bool = False
    underline: bool = False
    #: the paragraph style that it shows in
    within: str = "Body Text"


@dataclass(frozen=True, kw_only=True)
class TableStyle:
    """``margins`` are those of a cell, in twentieths of a point: top, left, bottom, right."""

    name: str
    purpose: str
    rule: bool
    margins: tuple[int, int, int, int]
    shown: tuple[str, ...]


def _tile(name: str, purpose: str, **look: object) -> Paragraph:
    base: dict[str, object] = {"size": 9.5, "align": "center", "line": 17, "exact": True, "fill": SHADE, "before": 1, "after": 1}
    return Paragraph(name=name, purpose=purpose, **(base | look))  # type: ignore[arg-type]  # the fields of Paragraph


def _stance(name: str, purpose: str, color: str, fill: str) -> Paragraph:
    return Paragraph(name=name, purpose=purpose, size=9, color=color, align="center", fill=fill, before=1, after=1, line=15, exact=True)


_RULE_ABOVE = Edge(side="top", width=6, space=6, color=RULE)
PARAGRAPHS = (
    Paragraph(name="Normal", after=4),
    Paragraph(name="Title", font=SERIF, size=28, line=1.0, bold=True, after=2, keep_next=True, next="Subtitle"),
    Paragraph(name="Subtitle", purpose="the day, and the days of the documents", size=11.5, color=GREY, after=6, keep_next=True),
    Paragraph(name="Contents", purpose="what the briefing holds, as links", size=9.5, color=GREY, after=4),
    Paragraph(
        name="Heading 1", purpose="a section", size=13, color=BLUE, bold=True, before=16, after=5, keep_next=True, outline=0,
        edges=(_RULE_ABOVE,), next="Body Text",
    ),
    Paragraph(name="Heading 2", purpose="a story, or an actor", size=12, before=9, after=2, keep_next=True, outline=1, next="Body Text"),
    Paragraph(name="Heading 3", purpose="an actor within a story", size=11, before=6, after=2, keep_next=True, outline=2, next="Body Text"),
    Paragraph(
        name="Bottom Line", purpose="what matters most, shaded", font=SERIF, size=12, line=1.15, after=5, left=11, right=11,
        keep_lines=True, fill=SHADE,
        edges=(
            Edge(side="top", width=4, space=5, color=SHADE), Edge(side="left", width=24, space=8, color=BLUE),
            Edge(side="bottom", width=4, space=5, color=SHADE), Edge(side="right", width=24, space=8, color=SHADE),
        ),
    ),
    Paragraph(name="Byline", purpose="where a story comes from", size=9.5, color=GREY, after=4, keep_next=True),
    Paragraph(name="Body Text", purpose="a sentence on a story", after=5, keep_lines=True),
    Paragraph(name="Position", purpose="what an actor holds, reported", after=4, left=11, keep_lines=True),
    Paragraph(
        name="Quotation", purpose="what an actor holds, in their own words", font=SERIF, after=4, left=11, right=11, keep_lines=True,
        line=1.12, edges=(Edge(side="left", width=12, space=8, color=RULE),),
    ),
    Paragraph(name="Note", purpose="remarks, and the coverage note", size=9.5, color=GREY, after=4),
    Paragraph(name="Table Caption", purpose="what a drawing or table shows", size=9.5, color=GREY, before=9, after=3, keep_next=True),
    Paragraph(name="Table Heading", purpose="the first row of a table", size=9, color=GREY, bold=True, keep_next=True),
    Paragraph(name="Table Text", purpose="the cells of a table", size=10, line=1.08),
    Paragraph(name="Table Quotation", purpose="words quoted in a table", font=SERIF, size=10, line=1.08),
    Paragraph(name="Day", purpose="the day of a step, set apart", font=SERIF, size=17, color=BLUE, bold=True, line=0.85),
    Paragraph(name="Table Note", purpose="a remark in a table", size=9, color=GREY, line=1.0),
    Paragraph(name="Chart Heading", purpose="the first row of a drawing", size=8.5, color=GREY, align="center", after=1, keep_next=True),
    Paragraph(name="Chart Name", purpose="who a row of a drawing is about", size=10, before=1, after=1, line=15, exact=True),
    _tile("Timeline Day", "a working day"),
    _tile("Timeline Weekend", "a day of the weekend", color=GREY, fill="E3E8ED"),
    _tile("Timeline Busy", "a day with steps", color=WHITE, fill=BLUE, bold=True),
    _tile("Timeline Note", "how many steps", size=8, color=BLUE, fill="", line=11, before=0),
    _stance("Stance For", "supports, praises", GREEN, "E4F1EA"),
    _stance("Stance Against", "opposes, blames", RED, "F9E7E7"),
    _stance("Stance Asking", "asks of", AMBER, "FBF1DE"),
    _stance("Stance Mixed", "several of these", INK, "E8EDF2"),
    _stance("Stance None", "nothing known", GREY, ""),
    Paragraph(
        name="Source", purpose="a source, numbered", size=10, before=7, after=2, left=20, hanging=20, keep_next=True, keep_lines=True,
    ),
    Paragraph(
        name="Source Sentence", purpose="a sentence that the briefing rests on", font=SERIF, size=9.5, after=2, left=48, hanging=28,
        keep_lines=True,
    ),
    Paragraph(
        name="Source Version", purpose="what other papers print differently", font=SERIF, size=9.5, after=2, left=48, keep_lines=True,
    ),
    Paragraph(name="Header", purpose="the running head", size=8.5, color=GREY, line=1.0, align="right"),
    Paragraph(name="Footer", purpose="the page number", size=8.5, color=GREY, line=1.0, align="right"),
)  # fmt: skip
CHARACTERS = (
    Character(name="Strong", purpose="names", bold=True),
    Character(name="Label", purpose="the kind of a position or step", font=SANS, size=9, color=BLUE, bold=True),
    Character(name="Label Soon", purpose="due soon or today", font=SANS, size=9, color=AMBER, bold=True),
    Character(name="Label Late", purpose="overdue or called off", font=SANS, size=9, color=RED, bold=True),
    Character(name="Citation Mark", purpose="leads to a source's sentence", font=SANS, size=8.5, color=BLUE),
    Character(name="Quiet", purpose="roles, remarks, dates", font=SANS, size=9.5, color=GREY),
    Character(name="Timeline Link", purpose="a day with steps, which leads to them", color=WHITE, within="Timeline Busy"),
    Character(name="Hyperlink", purpose="leads to the web", color=BLUE, underline=True),
)
TABLES = (
    TableStyle(
        name="Briefing Table",
        purpose="rows under rules",
        rule=True,
        margins=(50, 0, 50, 140),
        shown=("Its first row", "repeats on every page"),
    ),
    TableStyle(
        name="Briefing Chart", purpose="the timeline and the matrix", rule=False, margins=(0, 25, 0, 25), shown=("Tiles", "side by side")
    ),
)


def style_id(name: str) -> str:
    return name.replace(" ", "")


def styles_xml() -> str:
    """Give word/styles.xml. Styles that are not named here stay hidden, so that Word's gallery shows the briefing's own."""
    default = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(SANS)}"
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" '
        'w:count="376"/>'
    )
    fixed = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/>"
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/></w:style>"
    )
    styles = "".join((*map(_paragraph, PARAGRAPHS), *map(_character, CHARACTERS), *map(_table, TABLES)))
    return f'<w:styles xmlns:w="{W}">{default}{fixed}{styles}</w:styles>'


def _opening(kind: str, name: str, rest: str) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    custom = "" if name in _OWN else ' w:customStyle="1"'
    return f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style_id(name)}"><w:name w:val="{_BUILT_IN.get(name, name)}"/>{rest}'


def _fonts(names: tuple[str, str, str]) -> str:
    latin, complex_script, east_asian = names
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:cs="{complex_script}"/>'


def _letters(font: tuple[str, str, str] | None, size: float | None, color: str | None, *, bold: bool, underline: bool = False) -> str:
    sized = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    inner = (
        (_fonts(font) if font else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + sized
        + ('<w:u w:val="single"/>' if underline else "")
    )
    return f"<w:rPr>{inner}</w:rPr>"


def _paragraph(style: Paragraph) -> str:
    based = "" if style.name == "Normal" else '<w:basedOn w:val="Normal"/>'
    following = f'<w:next w:val="{style_id(style.next)}"/>' if style.next else ""
    edges = "".join(
        f'<w:{e.side} w:val="single" w:sz="{e.width}" w:space="{e.space}" w:color="{e.color}"/>'
        for e in sorted(style.edges, key=lambda e: ("top", "left", "bottom", "right").index(e.side))
    )
    line = (
        f'w:line="{round(style.line * 20)}" w:lineRule="exact"' if style.exact else f'w:line="{round(style.line * 240)}" w:lineRule="auto"'
    )
    hanging = f' w:hanging="{round(style.hanging * 20)}"' if style.hanging else ""
    # a stop where the text of a hanging line begins
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{round(style.left * 20)}"/></w:tabs>' if style.hanging else ""
    properties = (
        ("<w:keepNext/>" if style.keep_next else "")
        + ("<w:keepLines/>" if style.keep_lines else "")
        + "<w:widowControl/>"
        + (f"<w:pBdr>{edges}</w:pBdr>" if edges else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>' if style.fill else "")
        + tabs
        + f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" {line}/>'
        + f'<w:ind w:left="{round(style.left * 20)}" w:right="{round(style.right * 20)}"{hanging}/>'
        + (f'<w:jc w:val="{style.align}"/>' if style.align else "")
        + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")
    )
    head = _opening("paragraph", style.name, f'{based}{following}<w:uiPriority w:val="1"/><w:qFormat/>')
    return f"{head}<w:pPr>{properties}</w:pPr>{_letters(style.font, style.size, style.color, bold=style.bold)}</w:style>"


def _character(style: Character) -> str:
    head = _opening("character", style.name, '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="2"/><w:qFormat/>')
    return f"{head}{_letters(style.font, style.size, style.color, bold=style.bold, underline=style.underline)}</w:style>"


def _table(style: TableStyle) -> str:
    rules = f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in zip(("top", "left", "bottom", "right"), style.margins, strict=True)
    )
    first = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{BLUE}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    head = _opening("table", style.name, '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="3"/><w:qFormat/>')
    borders = f"<w:tblBorders>{rules}</w:tblBorders>" if style.rule else ""
    return f"{head}<w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{first if style.rule else ''}</w:style>"
