"""config.yaml is read strictly, and whatever is wrong is said with its line, its value and what to write instead."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.config import load_config, parse_config
from briefing.config_keys import Config
from briefing.errors import ConfigError
from briefing.strict_yaml import read_yaml, shown_path

ROOT = Path(__file__).parent.parent


def complaint(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, "config.yaml")
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tittle: x", "config.yaml:1: tittle: is no key that is known here; did you mean title?"),
        (
            "output:\n  fromats: [html]",
            "config.yaml:2: output.fromats: is no key that is known here; did you mean formats?",
        ),
        ("title: 42", 'config.yaml:1: title: 42 is a number and text is wanted; write it in quotes: "42"'),
        ("title:", "config.yaml:1: title: is empty; write text, or remove the key"),
        ("title: ' '", "config.yaml:1: title:   is blank; write something, or remove the key"),
        (
            "title: a\ntitle: b",
            "config.yaml:2: title: stands twice, first in line 1; YAML would silently take the second: remove one",
        ),
        ("sources:\n- name: a", "config.yaml:2: sources[0].folder: is missing; add folder: ..."),
        ("sources: seeds", 'config.yaml:1: sources: seeds is text and a list is wanted; write ["seeds"]'),
        ("content: {words: '900'}", "config.yaml:1: content.words: 900 is text and a whole number is wanted; write one, as in words: 1500"),
        (
            "content: {words: true}",
            "config.yaml:1: content.words: true is a yes or no and a whole number is wanted; write one, as in words: 1500",
        ),
        ("sources: [docs]", "config.yaml:1: sources[0]: docs is text and a mapping is wanted; write {folder: ...}"),
        ("content: {words: 0}", "config.yaml:1: content.words: 0 is out of range; write at least 1"),
        ("output: {paper: a4}", "config.yaml:1: output.paper: a4 is none of A4, Letter; did you mean A4?"),
        ("content: {memory_days: 99999999999}", "config.yaml:1: content.memory_days: 99999999999 is out of range; write at most 36500"),
        ("limits: {pages: 9999999999}", "config.yaml:1: limits.pages: 9999999999 is out of range; write at most 1000000000"),
        ("limits: {file_mb: 1000000}", "config.yaml:1: limits.file_mb: 1000000 is out of range; write at most 100000"),
        ("limits: {pages: 1" + "0" * 5000 + "}", "config.yaml:1: limits.pages: is a number of 5001 characters; write one of 30 at most"),
        (
            "schedules: [{name: a, at: '06:30', window_hours: 99999999}]",
            "config.yaml:1: schedules[0].window_hours: 99999999 is out of range; write at most 100000",
        ),
        (
            "output: {formats: []}",
            "config.yaml:1: output.formats: is an empty list; write one item at least, or remove the key",
        ),
        (
            "time_zone: Europe/Berln",
            "config.yaml:1: time_zone: Europe/Berln is no time zone; write one as in Europe/Berlin",
        ),
        ("- a", "config.yaml:1: is no mapping; write keys, as in title: Daily briefing"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line_key_and_value(text: str, expected: str) -> None:
    """An unknown key, a wrong type, an empty or doubled one, a number past all sense: each says what to write instead."""
    assert complaint(text).startswith(expected)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("7:30", 'schedules[0].at: 7:30 without quotes is 450 to YAML; write "07:30"'),
        ('"7:30"', 'schedules[0].at: 7:30 is no time of day; write it as "06:30"'),
        ('"24:00"', 'schedules[0].at: 24:00 is no time of day; the last one is "23:59"'),
        ("no", 'schedules[0].at: no without quotes is false to YAML; write false, or "no"'),
        (
            "0730",
            ('schedules[0].at: 0730 without quotes is 472 to YAML; write "0730" for the text, or the plain decimal number'),
        ),
        ("730", 'schedules[0].at: 730 is a number and text is wanted; write it in quotes: "730"'),
    ],
)
def test_what_yaml_would_change_in_silence_is_refused(at: str, expected: str) -> None:
    """YAML 1.1 reads 7:30 as 450 and no as false; neither ever reaches a setting."""
    assert complaint(f"schedules:\n- name: morning\n  at: {at}") == f"config.yaml:3: {expected}"


@pytest.mark.parametrize("time", ["06:30", '"06:30"', "'23:59'", "00:00"])
def test_a_time_of_day_may_stand_with_or_without_quotes_where_yaml_reads_it_as_text(time: str) -> None:
    """A leading zero makes it text to YAML, so that no quotes are needed."""
    config = parse_config(f"schedules: [{{name: morning, at: {time}}}]", "config.yaml")
    assert config.schedules[0].at == time.strip("\"'")


def test_a_day_by_number_or_by_short_name_is_refused_with_the_name_that_was_meant() -> None:
    """Numbers of days mean different days to different programs."""
    text = "schedules:\n- {name: a, at: '06:00', days: [mon]}\n- {name: b, at: '06:00', days: [1]}"
    first, second = complaint(text).splitlines()
    assert first.endswith("sunday; did you mean monday?")
    assert second.startswith("config.yaml:3: schedules[1].days[0]: 1 is none of monday")


def test_everything_that_is_wrong_is_said_at_once_in_the_order_of_the_file() -> None:
    """A user mends a file in one go."""
    lines = complaint("title: 1\noutput:\n  paper: A5\ncontent:\n  word: 3\n").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["config.yaml:1:", "config.yaml:3:", "config.yaml:5:"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "schedules: [{name: a, at: '06:00', sources: [news]}]\nsources: [{folder: seeds}]",
            "news is no source; there are: seeds",
        ),
        ("schedules: [{name: a, at: '06:00', audience: all}]", "all is no audience; there are: none"),
        (
            "schedules: [{name: a, at: '06:00', audience: x}]\naudiences: {x: {file: x.csv}}",
            "without the section email",
        ),
        ("schedules: [{name: a, at: '06:00'}, {name: a, at: '07:00'}]", "a is the name of two schedules"),
        ("sources: [{folder: a}, {folder: a}]", "a is the name of two sources"),
        ("operator: me@example.org", "an alert cannot be sent without the section email"),
        ("audiences: {x: {}}", "has nobody in it"),
        ("email: {sender: me@example.org}", "needs exactly one of smtp, folder and maildir"),
        ("email: {sender: me@example.org, smtp: {host: h, user: u}}", "has user but no secret"),
        ("email: {sender: me@example.org, smtp: {host: h, password_env: P}}", "has password_env but no user"),
        (
            "email: {sender: me@example.org, smtp: {host: h, password: secret}}",
            "smtp.password: is no key that is known here",
        ),
        ("email: {sender: 'Me <me@example.org>', folder: out}", "write the bare address"),
        ('email: {sender: "a@b.c\\nBcc: x@y.z", folder: out}', "write the bare address"),
    ],
)
def test_settings_that_do_not_fit_together_are_refused(text: str, expected: str) -> None:
    """A name that leads nowhere, a login without a secret, a password in the file, a header in an address."""
    assert expected in complaint(text).replace("'", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1", "indent with spaces, not tabs"),
        ("title: a: b", "in quotes"),
        ("---\ntitle: a\n---\ntitle: b", "one document"),
        ("title: [a", "is not YAML"),
        ("title: !!python/object:os.system x", "has the tag"),
        ("sources: &a [{folder: x}]\nschedules: *a", "is an alias"),
        ("<<: {title: x}", "merge key"),
        ("? [a]\n: 1", "a key is a word"),
        ("title: \x00", "is not YAML"),
        ("[" * 5000, "config.yaml:1:"),
    ],
)
def test_what_is_not_plain_yaml_is_refused(text: str, expected: str) -> None:
    """Tags, aliases, merges, tabs and half documents never get as far as a setting."""
    assert expected in complaint(text)


def test_a_file_that_is_missing_or_not_utf8_is_named(tmp_path: Path) -> None:
    """A path given with --config must be there."""
    with pytest.raises(ConfigError, match="there is no such file"):
        load_config(tmp_path / "none.yaml")
    (tmp_path / "config.yaml").write_bytes("title: Größe".encode("latin-1"))
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        load_config(tmp_path / "config.yaml")


def test_no_file_and_an_empty_file_give_the_defaults(tmp_path: Path) -> None:
    """Everything may be left out, and a byte order mark does no harm."""
    assert load_config(folder=tmp_path).config == Config()
    (tmp_path / "config.yaml").write_bytes(b"\xef\xbb\xbf")
    loaded = load_config(folder=tmp_path)
    assert (loaded.config, loaded.base) == (Config(), tmp_path)


def test_a_configuration_cannot_be_changed_after_it_was_read() -> None:
    """Settings are frozen."""
    with pytest.raises(ValueError, match="frozen"):
        Config().title = "other"  # type: ignore[misc]


def test_the_default_configuration_of_the_checkout_is_valid() -> None:
    """What `make briefing` reads passes its own check."""
    loaded = load_config(ROOT / "config.yaml")
    assert loaded.config.sources[0].folder == "seeds"


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates().map(date.isoformat),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(Config.model_fields)), plain, max_size=4))
def test_any_data_is_either_a_configuration_or_a_complaint_with_lines(data: dict[str, object]) -> None:
    """No mapping of known keys to any plain data ends in anything but settings or a ConfigError."""
    text = yaml.safe_dump(data, allow_unicode=True)
    try:
        parse_config(text, "config.yaml")
    except ConfigError as error:
        assert all(line for line in str(error).splitlines())


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever stands in the file, reading it ends in data or in problems with a line."""
    tree = read_yaml(text)
    assert all(problem.line >= 1 and isinstance(shown_path(problem.path), str) for problem in tree.problems)
