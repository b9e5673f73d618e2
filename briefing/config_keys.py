"""The keys of config.yaml: what each may hold, what it stands for when it is left out, and what it is for.

The reference in README.md is made from the descriptions here.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from briefing.calendar_names import DAY_NAMES, DayName

Format = Literal["html", "text", "docx", "calendar", "json"]
Attachment = Literal["html", "docx", "calendar"]
FORMATS: tuple[Format, ...] = ("html", "text", "docx", "calendar", "json")


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("is no time zone; write one as in Europe/Berlin or America/New_York, or UTC") from None
    return name


def _clock_time(text: str) -> str:
    hours, colon, minutes = text.partition(":")
    if not (colon and len(hours) == len(minutes) == 2 and hours.isdecimal() and minutes.isdecimal()):
        raise ValueError('is no time of day; write it as "06:30"')
    if int(hours) > 23 or int(minutes) > 59:
        raise ValueError('is no time of day; the last one is "23:59"')
    return text


def _address(text: str) -> str:
    name, at, host = text.rpartition("@")
    odd = any(character.isspace() or ord(character) < 33 or character in '<>,;"' for character in text)
    if not (name and at and host) or odd or host.startswith(".") or host.endswith("."):
        raise ValueError("is no email address; write the bare address, as in name@example.org")
    return text


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is blank; write something, or remove the key")
    return text


Words = Annotated[str, AfterValidator(_not_blank)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
ClockTime = Annotated[str, AfterValidator(_clock_time)]
Address = Annotated[str, AfterValidator(_address)]
#: beyond these no date, pause or size is meant, and the arithmetic of dates and files would fail in the middle of a run
_MOST, _MOST_DAYS = 100_000, 36_500
Positive = Annotated[float, Field(gt=0, le=_MOST)]
Count = Annotated[int, Field(ge=1, le=1_000_000_000)]
Days = Annotated[int, Field(ge=1, le=_MOST_DAYS)]


class Section(BaseModel):
    """A mapping of config.yaml: nothing unknown, nothing converted, nothing changed later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Source(Section):
    """A folder of documents."""

    folder: Words = Field(description="where the documents are; read with everything below it")
    name: Words | None = Field(None, description="what schedules call it; the folder if not given")
    include: tuple[Words, ...] = Field((), description="patterns of the files to read, such as `*.txt`; all if not given")
    exclude: tuple[Words, ...] = Field((), description="patterns of the files to leave out")


class Limits(Section):
    """What one document may cost. One over it is left out, of a very long text the beginning is read; the coverage note says so."""

    file_mb: Positive = Field(25.0, description="size of a file, in MB")
    pages: Count = Field(300, description="pages of a PDF that are read")
    characters: Count = Field(200_000, description="characters of a text that are read: about 80 pages")
    attachment_depth: Annotated[int, Field(ge=0, le=50)] = Field(3, description="mails within mails")
    seconds: Positive = Field(
        60.0, description="time to take the text out of one file, and again time of the processor to analyse it, in seconds"
    )


class Content(Section):
    """What the briefing holds."""

    words: Count = Field(
        1500,
        description="how many words of sources it should show in all; stories without room are listed, a line each, and these lines, "
        "what changed, what is due and the first story stand even beyond that",
    )
    actors: Count = Field(10, description="the most key actors")
    watch: tuple[Words, ...] = Field((), description="actors and topics that come first wherever they occur")
    due_soon_days: Days = Field(7, description="steps due within so many days are marked as due soon")
    memory_days: Days = Field(
        60, description="what was not heard of for so many days is forgotten, steps still to come aside; so are the records of older runs"
    )


class Output(Section):
    """Where the renditions go."""

    folder: Words = Field("out", description="the folder that they are written to")
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = Field(FORMATS, description="which ones are written")
    paper: Literal["A4", "Letter"] = Field("A4", description="the page of the Word document")


class Retries(Section):
    """When a failed run is tried again."""

    first_delay_minutes: Positive = Field(1.0, description="the pause before the second attempt")
    longest_delay_minutes: Positive = Field(30.0, description="the pause doubles up to this")
    deadline_hours: Annotated[float, Field(ge=0, le=_MOST)] = Field(4.0, description="after this the slot has failed: an alert")

    @model_validator(mode="after")
    def _in_order(self) -> Retries:
        if self.longest_delay_minutes < self.first_delay_minutes:
            raise ValueError("longest_delay_minutes is shorter than first_delay_minutes; make it as long at least")
        return self


class Schedule(Section):
    """A briefing made at a time of day."""

    name: Annotated[str, Field(pattern=r"^\w[\w .+-]{0,63}$")] = Field(description="how commands and files call it")
    at: ClockTime = Field(description='the time of day, as in `"06:30"`')
    days: Annotated[tuple[DayName, ...], Field(min_length=1)] = Field(DAY_NAMES, description="days by name; every day if not given")
    time_zone: TimeZone | None = Field(None, description="the zone of `at`; the top-level `time_zone` if not given")
    window_hours: Positive | None = Field(
        None, description="how far back documents are read; since this schedule's last briefing if not given"
    )
    sources: tuple[Words, ...] | None = Field(None, description="names of sources; all if not given")
    audience: Words | None = Field(None, description="who gets it by email; nobody if not given")
    catch_up_hours: Annotated[float, Field(ge=1 / 60, le=_MOST)] = Field(
        12.0, description="how late a slot that was missed is still made up for"
    )
    retries: Retries = Field(Retries(), description="when a failed run is tried again")


class Recipient(Section):
    """One person of an audience."""

    address: Address = Field(description="the bare address")
    name: Words | None = Field(None, description="the name beside the address")
    formats: Annotated[tuple[Attachment, ...], Field(min_length=1)] = Field(
        ("html", "docx", "calendar"), description="the message itself (`html`) and what is attached to it"
    )
    watch: tuple[Words, ...] = Field((), description="actors and topics that come first in this copy")


class Audience(Section):
    """A list of recipients, here or in a CSV file."""

    recipients: tuple[Recipient, ...] = Field((), description="the recipients")
    file: Words | None = Field(None, description="a CSV file of more: address, name, formats, watch")

    @model_validator(mode="after")
    def _someone(self) -> Audience:
        if not self.recipients and self.file is None:
            raise ValueError("has nobody in it; write recipients, or a file of them")
        return self


class Smtp(Section):
    """The mail server that takes the messages. Passwords are never written here."""

    host: Words = Field(description="the server's name")
    port: Annotated[int, Field(ge=1, le=65535)] | None = Field(
        None, description="the port; 587 for starttls, 465 for tls, 25 for none if not given"
    )
    security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="how the connection is secured; `none` only for a server on this machine"
    )
    user: Words | None = Field(None, description="the login; none if not given")
    password_env: Words | None = Field(None, description="the environment variable that holds the password")
    password_file: Words | None = Field(None, description="the file that holds the password")
    token_command: tuple[Words, ...] | None = Field(None, description="the command that prints an XOAUTH2 token, as a list of words")
    timeout_seconds: Positive = Field(60.0, description="how long a silent server is waited for")

    @model_validator(mode="after")
    def _one_secret(self) -> Smtp:
        given = [k for k in ("password_env", "password_file", "token_command") if getattr(self, k) is not None]
        if len(given) > 1:
            raise ValueError(f"has {' and '.join(given)}; keep one of them")
        if given and self.user is None:
            raise ValueError(f"has {given[0]} but no user; add user")
        if self.user is not None and not given:
            raise ValueError("has user but no secret; add password_env, password_file or token_command")
        return self

    @model_validator(mode="after")
    def _secured(self) -> Smtp:
        if self.security == "none" and not _is_this_machine(self.host):
            raise ValueError("has security none, which would send everything readable over the network; write starttls or tls")
        return self


class Dkim(Section):
    """Signing for those who send without a relay."""

    domain: Words = Field(description="the domain that signs")
    selector: Words = Field(description="the name of the key in that domain's DNS")
    key_file: Words = Field(description="the private key, PEM")


class Email(Section):
    """How copies are sent."""

    sender: Address = Field(description="the address that they come from")
    sender_name: Words | None = Field(None, description="the name beside it")
    reply_to: Address | None = Field(None, description="where answers go")
    list_id: Words | None = Field(None, description="the List-Id header; made of the sender's domain if not given")
    unsubscribe_to: Address | None = Field(None, description="where requests to be taken off go; sender if not given")
    unsubscribe_url: Words | None = Field(None, description="an https address that takes such requests by POST")
    smtp: Smtp | None = Field(None, description="send through this server")
    folder: Words | None = Field(None, description="instead, write .eml files into this folder")
    maildir: Words | None = Field(None, description="instead, deliver into this maildir")
    dkim: Dkim | None = Field(None, description="sign the messages")
    unknown: Literal["hold", "resend"] = Field("hold", description="what to do with a copy of which nobody knows whether it arrived")
    deadline_hours: Positive = Field(24.0, description="how long a copy is tried")
    keep_days: Annotated[float, Field(gt=0, le=_MOST_DAYS)] = Field(
        90.0, description="how long messages stay in the outbox once their fate is settled"
    )

    @model_validator(mode="after")
    def _one_transport(self) -> Email:
        given = [k for k in ("smtp", "folder", "maildir") if getattr(self, k) is not None]
        if len(given) != 1:
            raise ValueError("needs exactly one of smtp, folder and maildir")
        if self.unsubscribe_url is not None and not self.unsubscribe_url.startswith("https://"):
            raise ValueError("unsubscribe_url must begin with https://")
        return self


class Service(Section):
    """How `briefing serve` behaves."""

    stop_seconds: Positive = Field(30.0, description="how long it may take to end when it is told to; what is unfinished is handed back")
    health_file: Words = Field("var/health.json", description="the file that it rewrites while all is well, for `briefing health`")


class Config(Section):
    """All of config.yaml."""

    title: Words = Field("Daily briefing", description="the masthead and the email's subject")
    time_zone: TimeZone = Field("UTC", description="the zone whose date is today's")
    sources: tuple[Source, ...] = Field((), description="where the documents come from")
    content: Content = Field(Content(), description="what the briefing holds")
    output: Output = Field(Output(), description="where the renditions go")
    templates: Words | None = Field(None, description="a folder of your own templates; those of the package if not given")
    model: Words | None = Field(None, description="a folder with another language model")
    store: Words | None = Field(
        None,
        description="the database: a file, or `postgresql+psycopg://...`; `var/briefing.sqlite3` when one is needed",
    )
    limits: Limits = Field(Limits(), description="what one document may cost")
    schedules: tuple[Schedule, ...] = Field((), description="briefings made by the clock")
    audiences: dict[str, Audience] = Field({}, description="who gets them, by name")
    email: Email | None = Field(None, description="how copies are sent")
    operator: Address | None = Field(None, description="who is told when a slot has failed")
    service: Service = Field(Service(), description="how `briefing serve` behaves")

    def source_name(self, source: Source) -> str:
        """Give the name that schedules call a source by."""
        return source.name or source.folder
