"""Title, day, outlet and address, from wherever they stand, and no guesses."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.ingest import IngestSettings
from briefing.ingest.address import date_of, month_of, outlet_of
from briefing.ingest.content import Content
from briefing.ingest.dateline import match_dateline
from briefing.ingest.dates import find_dates, parse_date
from briefing.ingest.documents import read_file
from briefing.ingest.metadata import describe_document
from briefing.models import CoverageEntry, Document

from .samples import ENGLISH, PARAGRAPHS, TODAY, write


def describe(text: str, given: date | None = None, **stated: object) -> Document:
    content = Content(**{"text": text, "media_type": "text/plain", **stated})  # type: ignore[arg-type]
    return describe_document(content, name="a", path="a.txt", today=TODAY, published=given)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2022/09/20/a-title/", "2022-09-20"),
        ("https://x.example/world/2022/sep/20/a-title", "2022-09-20"),
        ("https://x.example/news/2022-09-20/a-title", "2022-09-20"),
        ("https://x.example/news/2022-09-20-a-title", "2022-09-20"),
        ("https://x.example/20sep2022/a-title", "2022-09-20"),
        ("https://x.example/20220920/c.html", "2022-09-20"),
        ("https://x.example/view.php?ud=20220920000430", "2022-09-20"),
        ("https://x.example/stories/202209200395.html", "2022-09-20"),
        ("https://x.example/article/20/09/2022/a-title", "2022-09-20"),
        ("https://x.example/2022/09/20/what-2021-09-11-left", "2022-09-20"),
        ("https://x.example/article/05/06/2022/a-title", None),
        ("https://x.example/2022/09/a-title", None),
        ("https://x.example/2022/02/30/a-title", None),
        ("https://x.example/2031/01/01/a-title", None),
        ("https://x.example/article-713375", None),
        ("https://x.example/the-2001-09-11-attacks", None),
        ("https://www.reuters.com/world/ministers-meet-2022-09-20/", "2022-09-20"),
        ("https://x.example/news/17141220220920", None),
        ("https://x.example/a-title-101663675200000.html", "2022-09-20"),
        ("https://x.example/1663675200000/a-title", "2022-09-20"),
        ("https://x.example/region/1663675200_40605.html", "2022-09-20"),
        ("https://x.example/region/1963675200_40605.html", None),
        ("https://x.example/region/1663675200.html", None),
        ("https://x.example/a-title-9931663675200000.html", None),
        ("https://x.example/a-title-1963675200000.html", None),
        ("https://[x/2022", None),
    ],
)
def test_address_gives_a_day_only_where_it_can_be_read_in_one_way(url: str, day: str | None) -> None:
    """Day and month that could be swapped, months alone, impossible and coming days give nothing."""
    found = date_of(url, TODAY)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.tehrantimes.com/a", "Tehran Times"),
        ("https://www.thedailystar.net/a", "The Daily Star"),
        ("https://en.mercopress.com/a", "MercoPress"),
        ("https://www.bbc.co.uk/a", "BBC"),
        ("http://www.jordantimes.com/a", "Jordan Times"),
        ("https://www.iol.co.za/a", "iol.co.za"),
        ("https://koreajoongangdaily.joins.com/a", "koreajoongangdaily.joins.com"),
        ("javascript:alert(1)", None),
        ("https://localhost/a", None),
    ],
)
def test_outlet_is_a_readable_name_of_the_host(url: str, outlet: str | None) -> None:
    """A name that newspapers' words make up is spelled; any other host stands as it is."""
    assert outlet_of(url) == outlet


def test_address_with_a_month_completes_a_dateline() -> None:
    """The month in the path is that of the dateline, so its year is too."""
    assert month_of("https://x.example/2022/06/a", TODAY) == (2022, 6)
    document = describe(f"https://x.example/2022/06/a\n\nROME, June 14 (AP) - {ENGLISH}")
    assert (str(document.published), document.published_from) == ("2022-06-14", "dateline")


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("WASHINGTON (Reuters) - ", "Reuters", None),
        ("KYIV, Sept. 20, 2022 (AP) — ", "AP", "2022-09-20"),
        ("BERLIN, Germany, 3 May 2021 - ", None, "2021-05-03"),
        ("BEIJING, July 18, 2022 (Xinhua) -- ", "Xinhua", "2022-07-18"),
        ("CAIRO – 26 July 2022: ", None, "2022-07-26"),
        ("SYDNEY and KUALA LUMPUR, Jul 26 2022 (IPS) - ", "IPS", "2022-07-26"),
        ("SINGAPORE (May 6, 2021) — ", None, "2021-05-06"),
        ("KUWAIT CITY, Tuesday, Sept. 20: ", None, "2022-09-20"),
        ("KUWAIT CITY, July 25: ", None, None),
        ("GENEVA, Feb. 30, 2022 (AFP) - ", "AFP", None),
        ("GENEVA, Jan. 30, 2031 (AFP) - ", "AFP", None),
        ("KUWAIT CITY, July 25, (Agencies): ", None, None),
        ("PORT HASK (Lake Wire, 20 Sept 2022) - ", "Lake Wire", "2022-09-20"),
        ("(Exchange News, 5 May 2022) — ", "Exchange News", "2022-05-05"),
        ("(2022-09-20) ", None, "2022-09-20"),
        ("Port Amel, 4 May 2022. ", None, "2022-05-04"),
        ("Port Amel, 4 May. ", None, None),
    ],
)
def test_dateline_gives_agency_and_day(line: str, outlet: str | None, day: str | None) -> None:
    """A day without a year needs its weekday to have one; a day that does not exist or is to come is none."""
    document = describe(line + ENGLISH)
    assert document.outlet == outlet
    assert (document.published and document.published.isoformat()) == day
    assert document.published_from == ("dateline" if day else None)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(Lake Press) ", None),
        ("LAKE COURIER (LPA) ", "LPA"),
        ("LAKE COURIER (Voz de Amel)  ", None),
        ("AMEL (Reuters) - ", "Reuters"),
        ("PORT AMEL, Norrland Prefecture--", None),
        ("AMEL, Nor. — ", None),
    ],
)
def test_whose_text_it_is_stands_before_it(line: str, agency: str | None) -> None:
    """In brackets, with no dash behind, or before a long dash with the land of the town: no word of the first sentence."""
    found = match_dateline(line + ENGLISH, 0)
    assert found is not None
    assert (found.end, found.agency) == (len(line), agency)


@pytest.mark.parametrize(
    "line", ["NPA (National Port Agency) ", "NATIONAL PORT AGENCY (NPA) ", "Norland (LPA) ", "(see below) ", "AMEL (Quill) "]
)
def test_letters_beside_a_name_are_no_credit(line: str) -> None:
    """They are who the sentence is about."""
    assert match_dateline(f"{line}Director Ada Quill spoke.", 0) is None


def test_a_line_in_capitals_has_no_credit() -> None:
    """A heading with a name in brackets is a heading."""
    assert match_dateline("THE CHIEF OF AMEL (ADA QUILL) APPOINTED JUDGES AND CLERKS", 0) is None


@pytest.mark.parametrize("line", ["Mirzoyan: no way - ", "In May - ", "“No” - ", "The talks (Reuters says) are - ", ""])
def test_dateline_is_not_seen_in_a_sentence(line: str) -> None:
    """A name before a colon is no dateline."""
    assert match_dateline(line + ENGLISH, 0) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 20 September 2022", "2022-09-20"),
        ("Posted on September 20th, 2022 at 10:33 am by the desk", "2022-09-20"),
        ("Tuesday, September 20, 2022", "2022-09-20"),
        ("Tuesday 20 Sept 2022 10:33 GMT", "2022-09-20"),
        ("20/09/2022", "2022-09-20"),
        ("Tuesday, Sept. 20", "2022-09-20"),
        ("Brussels, 20 September 2022", "2022-09-20"),
        ("http://x.example/2\nBrussels, 20 September 2022", "2022-09-20"),
        ("By Ada Quill | Sept 20, 2022", "2022-09-20"),
        ("20 September 2022 | Lake Courier", "2022-09-20"),
        ("HASK, 20 Sept 2022 (Lake Wire)", "2022-09-20"),
        ("Posted: 07/09/2022 — Wednesday, 7 September 2022", "2022-09-07"),
        ("September 20, 2022 6:05 AM ET", "2022-09-20"),
        ("Monday, September 20, 2022", None),
        ("05/06/2022", None),
        ("Last updated: 20 September 2022", None),
    ],
)
def test_date_line_above_the_article_gives_its_day(line: str, day: str | None) -> None:
    """A line that is a date, and no other, is the article's; a wrong weekday makes it doubtful."""
    document = describe(f"Ministers to meet at the river\n{line}\n\n{ENGLISH}")
    assert (document.published and document.published.isoformat()) == day
    assert document.title == "Ministers to meet at the river"


OFFICE = "Ministry of Water of Ostania"
HEADLINE = "Ostania rejects the plan for a higher dam"


@pytest.mark.parametrize(
    "above",
    [
        f"PRESS RELEASE\n{OFFICE}\n{HEADLINE}",
        f"For immediate release:\nWater Ministry\n{HEADLINE}",
        f"Press release\n{HEADLINE}\nNo answer from the north yet",
        f"{HEADLINE}\nNo answer from the north yet",
    ],
)
def test_press_release_has_its_headline_and_its_day(above: str) -> None:
    """Below a letterhead or a second headline: the office is no title, and the dateline is found."""
    document = describe(f"{above}\n\nTERVAK, 20 September 2022 – {ENGLISH}")
    assert (document.title, str(document.published), document.published_from) == (HEADLINE, "2022-09-20", "dateline")
    assert document.dateline is not None and document.text[document.dateline.end :] == ENGLISH


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Institute for Health – Situation report 12, {day}", "Institute for Health – Situation report 12"),
        ("Note of the Ostanian delegation, {day}.", "Note of the Ostanian delegation"),
        ("The dam and its neighbours\n{day}, Meridian Research", "The dam and its neighbours"),
    ],
)
def test_day_beside_other_words_counts_if_it_is_of_these_weeks(line: str, title: str) -> None:
    """An older one may be that of what the line is about."""
    document = describe(f"{line.format(day='20 November 2026')}\n{ENGLISH}")
    assert (document.title, str(document.published), document.published_from) == (title, "2026-11-20", "dateline")
    assert describe(f"{line.format(day='9 November 1989')}\n{ENGLISH}").published is None


def test_date_at_the_end_counts_where_it_says_published() -> None:
    """Some papers put it under the article."""
    assert str(describe(f"{ENGLISH}\n\nPublished on 20 September 2022").published) == "2022-09-20"
    assert describe(f"{ENGLISH}\n\nThe talks end on 20 September 2022").published is None


@pytest.mark.parametrize(
    ("line", "last", "day"),
    [
        ("HASK, Sept 20 (Lake Wire) - ", "Updated 20 September 2022", "2022-09-20"),
        ("HASK, Sept 20 (Lake Wire) - ", "(Reporting from Hask on September 20, 2022)", "2022-09-20"),
        # another day is not the dateline's, and a long line is of the article
        ("HASK, Sept 20 (Lake Wire) - ", "Updated 22 September 2022", None),
        ("HASK, Sept 20 (Lake Wire) - ", "The ministers had last met on 20 September 2012" + ", as they say again and again" * 4, None),
    ],
)
def test_small_print_at_the_end_completes_a_dateline(line: str, last: str, day: str | None) -> None:
    """A short last line with the dateline's own day gives its year."""
    document = describe(f"{line}{ENGLISH}\n\n{last}")
    assert (document.published and document.published.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"HASK, {TODAY - timedelta(days=4):%b %-d} (Lake Wire) - The minister resigned on {TODAY - timedelta(days=4):%A}.", 4),
        (f"HASK, {TODAY - timedelta(days=4):%b %-d} (Lake Wire) - The minister resigned on {TODAY - timedelta(days=5):%A}.", 4),
        # no weekday, another one, or a day too long ago: a doubt
        (f"HASK, {TODAY - timedelta(days=4):%b %-d} (Lake Wire) - The minister resigned.", None),
        (f"HASK, {TODAY - timedelta(days=4):%b %-d} (Lake Wire) - The minister resigned on {TODAY - timedelta(days=8):%A}.", None),
        (f"HASK, {TODAY - timedelta(days=70):%b %-d} (Lake Wire) - The minister resigned on {TODAY - timedelta(days=70):%A}.", None),
    ],
)
def test_a_dateline_of_this_month_is_of_this_year(text: str, day: int | None) -> None:
    """News is read when it is new: a day of the last month whose weekday the lead reports is taken as that day."""
    assert describe(text).published == (None if day is None else TODAY - timedelta(days=day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister met his counterpart on Monday, Sept. 19, in Rome. On Tuesday he left again.", "2022-09-20"),
        ("The minister met his counterpart in Rome on Monday (Sept. 19).", "2022-09-19"),
        ("The court today (July 26, 2022) granted bail to both of them.", "2022-07-26"),
        ("The body was found this afternoon (July 26, 2022).", "2022-07-26"),
        ("The police arrested a man yesterday (July 26, 2022).", "2022-07-27"),
        ("The road closes tomorrow, Tuesday, July 26.", "2022-07-25"),
        ("ROME, Mar 03: He agreed to it, a report said. The outcome is expected later on Thursday.", "2022-03-03"),
        # a memory is no report
        ("The minister remembered yesterday, Monday, July 27, 1992, as the day that all changed.", None),
        # a single day proves nothing
        ("The minister met his counterpart on Friday, July 15, in Rome.", None),
        ("The minister met his counterpart on Monday.", None),
        ("The minister met his counterpart on Sept. 19.", None),
        # what is to come is no report
        ("The minister will meet his counterpart on Monday, Sept. 19. On Tuesday he will leave.", None),
        # said, not reported
        ("“I met him on Monday, Sept. 19, and on Tuesday he left,” the minister said.", None),
        # a later year is spoken of
        ("He met him on Monday, Sept. 19. On Tuesday he left. The talks began in 2024.", None),
        # days of several weeks are a chronicle
        ("He met him on Monday, Sept. 19. On Tuesday he left. He came back on Thursday, Oct. 27.", None),
    ],
)
def test_weekday_and_day_of_the_month_tell_the_year(text: str, day: str | None) -> None:
    """The day is the latest reported, in the latest year whose calendar fits; any doubt gives none."""
    document = describe(text)
    assert (document.published and document.published.isoformat()) == day


def test_days_are_taken_from_the_best_place() -> None:
    """The option goes before metadata, these before the address, the dateline, the text, and the file's own day."""
    text = f"https://x.example/2022/09/21/a\nROME, Sept. 22, 2022 (AP) - {ENGLISH}"
    given, stated, created = date(2022, 9, 18), date(2022, 9, 19), date(2022, 9, 23)
    assert describe(text, given, published=stated, created=created).published_from == "option"
    assert describe(text, published=stated, created=created).published == stated
    assert describe(text, published=stated, published_from="front matter").published_from == "front matter"
    assert describe(text, created=created).published == date(2022, 9, 21)
    assert describe(text.partition("\n")[2], created=created).published == date(2022, 9, 22)
    assert describe(ENGLISH, created=created).published == created
    assert describe(ENGLISH, published=date(2031, 1, 1)).published is None


def test_file_near_a_dateline_gives_its_year() -> None:
    """A file made within a month of its dateline is of that year."""
    assert describe(f"ROME, Dec. 30 (AP) - {ENGLISH}", created=date(2022, 1, 4)).published == date(2021, 12, 30)
    assert describe(f"ROME, June 30 (AP) - {ENGLISH}", created=date(2022, 12, 4)).published is None


def test_title_that_is_stated_is_found_in_the_text() -> None:
    """White space may differ between the two; control characters do not get through."""
    document = describe(f"The talks\r\n go on\n{ENGLISH}", title="The talks go\x07 on ")
    assert document.title == "The talks go on"
    assert document.title_span is not None
    assert document.text[slice(*document.title_span)] == "The talks\r\n go on"


def test_what_no_file_can_hold_is_replaced() -> None:
    """An escape in a header may stand for half of a character."""
    document = describe(ENGLISH, title="The talks \ud800 go on", outlet="The Gaz\udfffette", url="https://gazette.example/\ud800")
    assert (document.title, document.outlet, document.url) == ("The talks � go on", "The Gaz�ette", "https://gazette.example/�")


@pytest.mark.parametrize(
    ("text", "count"),
    [("May 2022", 0), ("1.2.3.4", 0), ("on 31 June", 1), ("20 Sept. and Sept 21", 2), ("in 2022-09-20T10:00", 1)],
)
def test_dates_are_found_as_they_are_written(text: str, count: int) -> None:
    """Months alone and version numbers are no days."""
    found = list(find_dates(text))
    assert len(found) == count
    assert all(0 <= written.start < written.end <= len(text) for written in found)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-09-20T23:30:00-04:00", "2022-09-20"),
        ("20220920", "2022-09-20"),
        ("Tue, 20 Sep 2022 10:00:00 GMT", "2022-09-20"),
        ("2022-13-20", None),
        ("soon", None),
        ("2031-01-01", None),
    ],
)
def test_metadata_dates_are_the_day_as_written(value: str, day: str | None) -> None:
    """The writer's zone holds: late in the evening it is still that day."""
    found = parse_date(value, TODAY)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize("written", ["2031-03-12", "'2031-03-12'", "12 March 2031"])
def test_a_stated_day_that_is_to_come_is_told_and_not_used(tmp_path: Path, written: str) -> None:
    """No other day of the file stands in for it, and the coverage says why the document has none."""
    text = f"---\npublished: {written}\n---\nPORT AMEL, March 9, 2021 (Lake Wire) - {ENGLISH}"
    document, entry = read_file(write(tmp_path / "a.md", text), IngestSettings(), today=TODAY, shown="a.md")
    assert isinstance(document, Document) and isinstance(entry, CoverageEntry)
    assert (document.published, document.published_from) == (None, None)
    assert (entry.outcome, entry.reason) == ("read", None)
    assert "2031-03-12, which lies ahead of 2026-11-24" in (entry.note or "")


def test_a_stated_day_to_come_is_no_matter_where_one_is_given(tmp_path: Path) -> None:
    """The day that the user gives goes before the file's."""
    path = write(tmp_path / "a.md", f"---\npublished: 2031-03-12\n---\n{ENGLISH}")
    document, entry = read_file(path, IngestSettings(), today=TODAY, shown="a.md", published=date(2026, 11, 20))
    assert isinstance(document, Document) and document.published == date(2026, 11, 20)
    assert entry == CoverageEntry(path="a.md", outcome="read")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Marrow Vale Herald\nPublished: 14 March 2023", "2023-03-14"),
        ("Marrow Vale Herald\n\nTuesday, 14 March 2023", "2023-03-14"),
        ("Updated: 14 Mar 2023 09:20 GMT", "2023-03-14"),
        ("Updated 14 March 2023", "2023-03-14"),
        ("Published 13 March 2023\nUpdated 14 March 2023", "2023-03-13"),
        ("(Marrow Vale, 14.03.2023)", "2023-03-14"),
        ("(14 March 2023)", "2023-03-14"),
        # either of two days is none
        ("(Marrow Vale, 03/04/2023)", None),
        # what was changed on a day of the future was not
        ("Updated 14 March 2031", None),
    ],
)
@pytest.mark.parametrize(
    "body", [ENGLISH, f"{ENGLISH}\n\n{ENGLISH}\n\n{ENGLISH}", "The council put its vote off again."], ids=["3", "9", "1 short"]
)
def test_day_below_a_headline_is_read_whatever_follows(lines: str, day: str | None, body: str) -> None:
    """A line with the paper's name may stand above the day, and the text may be long or short; the headline is the title."""
    document = describe(f"Council puts off the vote on its harbour\n\n{lines}\n\n{body}")
    assert (document.published and document.published.isoformat()) == day
    if day is not None:
        assert document.title == "Council puts off the vote on its harbour"
        assert document.text[document.body_start :] == body


def test_paper_above_the_day_is_the_outlet() -> None:
    """A line that ends like the name of a paper is one; the name of whoever wrote is none."""
    head = "Council puts off the vote on its harbour\n\n{}\nPublished: 14 March 2023\n\n" + ENGLISH
    assert describe(head.format("Marrow Vale Herald")).outlet == "Marrow Vale Herald"
    assert describe(head.format("Ottoline Brandt")).outlet is None


@pytest.mark.parametrize("mark", ["UPDATE 3-", "UPDATE 1 - ", "RPT-UPDATE 2-", "BREAKING: ", "(LEAD) ", "(2nd LD) ", "CORRECTED-"])
def test_desk_marks_are_no_part_of_a_headline(mark: str) -> None:
    """What an agency tells its clients of a story's version is neither title nor article."""
    document = describe(f"{mark}Council puts off the vote on its harbour\n\n{ENGLISH}")
    assert document.title == "Council puts off the vote on its harbour"
    assert document.title_span is not None and document.text[document.title_span.start :].startswith("Council")
    assert document.text[document.body_start :].startswith("Council")
    assert describe(ENGLISH, title=f"{mark}Harbour vote").title == "Harbour vote"


@pytest.mark.parametrize(
    "headline", ["Update on the harbour is due in May", "LEADERS meet on the harbour - again", "A/C units fail in the heat of May"]
)
def test_headline_that_only_looks_like_a_mark_is_whole(headline: str) -> None:
    """A word of a headline stays."""
    assert describe(f"{headline}\n\n{ENGLISH}").title == headline


@pytest.mark.parametrize("slug", ["Harbour-Marrow/ (UPDATE 1)", "MARROW-HARBOUR/VOTE (PIX, TV)", "MARROW-HARBOUR/"])
def test_slug_is_no_title(slug: str) -> None:
    """The catchword above a dispatch is left out, with the headline below it or without one."""
    document = describe(f"{slug}\n\nMARROW, March 14, 2023 (Lake Wire) - {ENGLISH}")
    assert (document.title, str(document.published)) == (None, "2023-03-14")
    assert document.text[document.body_start :].startswith("MARROW, March")
    assert describe(f"{slug}\n\nCouncil puts off the vote on its harbour\n\n{ENGLISH}").title == "Council puts off the vote on its harbour"


@pytest.mark.parametrize(
    "line",
    [
        "Marrow: ",
        "Port Hask: ",
        "Marrow- ",
        "Port Hask — ",
        "Marrow, Hask – ",
        "Port Hask - ",
        "lakeside News, 14 March - ",
        "(Marrow, 14.03.2023) ",
        "(Port Hask, 14 March 2023) - ",
    ],
)
def test_dateline_of_a_town_or_a_paper_is_told_from_the_text(line: str) -> None:
    """The first sentence begins behind it."""
    document = describe(line + ENGLISH)
    assert document.dateline is not None
    assert document.text[document.dateline.end :] == ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        f"Brandt: {PARAGRAPHS[0]}\n\nOkoye: {PARAGRAPHS[1]}",
        f"Analysis: {ENGLISH}",
        "Brandt: We go on.",
        f"Halm Port Council – {ENGLISH}",
        f"Brandt – {PARAGRAPHS[0]}\n\nBrandt – {PARAGRAPHS[1]}",
        "Brandt – We go on.",
    ],
)
def test_name_before_a_colon_is_no_town_where_persons_talk(text: str) -> None:
    """In an interview each paragraph begins with who speaks."""
    assert describe(text).dateline is None


def test_what_nobody_sees_hides_no_headline_and_no_day() -> None:
    """Marks that a browser leaves before each line are no words; every offset is one in the text."""
    text = f"\u200bTalks on the river\u200b go on\n\u200b20 September 2022\n\u200b{ENGLISH}"
    document = describe(text)
    assert (document.title, str(document.published)) == ("Talks on the river go on", "2022-09-20")
    assert document.text == text
    assert text[document.body_start :].startswith(PARAGRAPHS[0][:20])


def test_the_contacts_of_a_release_stand_above_its_headline() -> None:
    """Who answers questions is neither headline nor body."""
    head = "FOR IMMEDIATE RELEASE\n\n20 September 2022\n\nMedia contact:\nAda Quill\n+1 202 555 0142\nada@quill.example\n\n"
    document = describe(f"{head}Talks on the river go on\n\n{ENGLISH}")
    assert (document.title, str(document.published)) == ("Talks on the river go on", "2022-09-20")
    assert "Ada Quill" not in document.text[document.body_start :]


_BODY = (
    "The ministry expresses its deep concern over the closure of the strait and calls on both sides to open it again before winter. "
    "It recalls that ships of all lands have the right to pass."
)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "MINISTRY OF FOREIGN AFFAIRS\nPress Department\n\nPRESS RELEASE\nNo. 214/2022\nOrlet, 3 August 2022\n\nOn the strait",
            "2022-08-03",
        ),
        ("ORLAND: FLOODS\nSituation Report No. 7\nAs of 21 August 2022", "2022-08-21"),
        ("HOUSE OF DEPUTIES\nWATER COMMITTEE\n\nMinutes of the meeting held on Tuesday, 2 August 2022, 9.30 a.m.\nRoom 4", "2022-08-02"),
        ("SUPREME COURT OF ORLAND\nSummary\n\nQuill v. Harbour Board\n[2022] OSC 41\n\n5 August 2022\n\nBACKGROUND", "2022-08-05"),
        ("RESTRICTED\nFrom: Embassy in Orlet\nTo: The Ministry\nCc: Desk\nDate: 16 August 2022\nSubject: The strait", "2022-08-16"),
        ("From: Ada Quill\nSent: Tuesday, 16 August 2022 17:42\nTo: Jon Hale\nSubject: The strait", "2022-08-16"),
        ("PROGRAMME\n\nTuesday, 2 August 2022\n09:00 Opening of the forum\n10:00 Round table", None),
        ("ORLAND\nThe strait was closed on 3 August 2022 by the coast guard, the third time within a year, it said.", None),
    ],
)
def test_a_day_among_the_short_lines_of_a_letterhead_is_that_of_the_document(head: str, day: str | None) -> None:
    """Wherever it stands above the first paragraph, alone or behind "As of"; not the day of a programme, nor one in a sentence."""
    found = describe(f"{head}\n\n{_BODY}\n").published
    assert (found.isoformat() if found else None) == day


def test_the_subject_of_a_letter_is_its_title() -> None:
    """Without the marks of answers; the fields above it are no part of the body."""
    document = describe(f"RESTRICTED\nFrom: Ada Quill <a@x.example>\nTo: Desk\nSubject: Re: Fwd: Talks on the strait\n\n{_BODY}\n")
    assert document.title == "Talks on the strait"
    assert document.text[document.body_start :].lstrip().startswith("The ministry")


@pytest.mark.parametrize("text", ["", " \n\n", "\u200b\u00ad\n"])
def test_a_text_that_shows_nothing_has_no_header(text: str) -> None:
    """A mail may have no words, and a text only characters that nobody sees."""
    document = describe(text)
    assert (document.title, document.published) == (None, None)


def test_a_day_far_down_a_list_of_short_lines_is_not_that_of_the_document() -> None:
    assert describe("\n".join([*(f"Ship {number}" for number in range(30)), "3 May 2022", "Ship 31"])).published is None
