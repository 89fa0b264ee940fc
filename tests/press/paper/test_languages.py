"""What readers are told stands in catalogues, whole, in every language; and DEFAULT_LANG chooses."""

import ast
import datetime as dt
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment

from broadsheet.model.address import Address
from broadsheet.model.errors import BroadsheetError
from broadsheet.press import update_messages
from broadsheet.press.messages import MessageSource, message_sources, untranslated, updated
from broadsheet.press.paper.almanac import language_of, month_of
from broadsheet.press.paper.language import Language, Month
from broadsheet.press.paper.message_catalogues import OUR_WORDS
from broadsheet.press.paper.words import words_in
from tests.press.project import Project
from tests.theme.rendering import THEME

LANGUAGES = {"en", "zh-Hans", "zh-Hant"}
MESSAGE_SOURCES = pytest.mark.parametrize("source", message_sources(THEME), ids=["press", "theme", "editors"])
PRESS = OUR_WORDS.parent

HAN = r"\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff"
CHINESE = re.compile(f"[{HAN}\u3001-\u3020\uff00-\uffef]")
CHINESE_WORDS = re.compile(f"[{HAN}]")


@MESSAGE_SOURCES
def test_catalogues_hold_what_is_said_and_no_more(source: MessageSource) -> None:
    kept = dict(updated(source))
    assert {file.stem for file in kept} == LANGUAGES
    stale = [file for file, data in kept.items() if file.read_bytes() != data]
    assert stale == [], "run `inv messages`"


def test_new_messages_are_named_until_they_are_translated(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("broadsheet.press.messages.OUR_WORDS", project.folder / "no press")
    project.set(THEME="theme")
    project.write("theme/templates/page.html", '{{ _("Back issues") }}')
    for language in ("en", "zh-Hans"):
        project.write(f"theme/locale/{language}.po", "")
    assert update_messages() == 1
    assert capsys.readouterr().out == "theme/locale/zh-Hans.po: to translate: Back issues\n"
    chinese = project.folder / "theme/locale/zh-Hans.po"
    text = chinese.read_text(encoding="utf-8")
    said = 'msgid "Back issues"\nmsgstr '
    chinese.write_text(text.replace(f'{said}""', f'{said}"往期"'), encoding="utf-8")
    assert update_messages() == 0
    assert "往期" in chinese.read_text(encoding="utf-8")


@MESSAGE_SOURCES
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_message_has_its_words(source: MessageSource, language: str) -> None:
    data = (source.catalogues / f"{language}.po").read_bytes()
    assert [message.id for message in untranslated(data)] == []
    broken = [(message.id, str(error)) for message in read_po(BytesIO(data)) for error in message.check()]
    assert broken == []


@pytest.mark.parametrize("source", message_sources(THEME)[:2], ids=["press", "theme"])
def test_words_have_no_markup(source: MessageSource) -> None:
    """Templates print them as they are, in attributes too."""
    words = "".join(file.read_text(encoding="utf-8") for file in source.catalogues.glob("*.po"))
    assert re.findall(r'^.*(?:[<>&]|\\").*$', words, re.MULTILINE) == []


def test_templates_hold_no_chinese() -> None:
    stray = [
        f"{path.name}:{line}: {text.strip()}"
        for path in THEME.rglob("*.html")
        for line, kind, text in Environment().lex(path.read_text(encoding="utf-8"))
        if kind != "comment" and CHINESE.search(text)
    ]
    assert stray == []


@pytest.mark.parametrize("kind", ["js", "css", "svg"])
def test_static_files_hold_no_chinese(kind: str) -> None:
    files = list(THEME.rglob(f"*.{kind}"))
    assert files
    comments = re.compile(r"/\*.*?\*/|^\s*//[^\n]*|\s//\s[^\n]*|<!--.*?-->", re.DOTALL | re.MULTILINE)
    texts = {path.name: comments.sub("", path.read_text(encoding="utf-8")) for path in files}
    assert [name for name, text in texts.items() if CHINESE_WORDS.search(text)] == []


def test_press_holds_no_chinese() -> None:
    stray = [
        f"{path.name}:{line}: {text}"
        for path in PRESS.rglob("*.py")
        for line, text in spoken(ast.parse(path.read_text(encoding="utf-8")))
        if CHINESE_WORDS.search(text)
    ]
    assert stray == []


def spoken(tree: ast.Module) -> list[tuple[int, str]]:
    """The strings of a module with their lines, without its docstrings."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in silent)
    return [(node.lineno, node.value) for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize(
    ("language", "locale", "dates", "folio"),
    [
        ("zh-Hans", "zh_CN", "2024年2月9日 星期五 农历癸卯年腊月三十", "《Ø》2024年02月09日 第01版"),
        ("zh", "zh_CN", "2024年2月9日 星期五 农历癸卯年腊月三十", "《Ø》2024年02月09日 第01版"),
        ("zh-Hant", "zh_TW", "2024年2月9日 星期五 農曆癸卯年臘月三十", "《Ø》2024年02月09日 第01版"),
        ("zh-TW", "zh_TW", "2024年2月9日 星期五 農曆癸卯年臘月三十", "《Ø》2024年02月09日 第01版"),
        ("en", "en_US", "Friday February 9, 2024", "Ø, February 9, 2024, page 1"),
        ("en-GB", "en_GB", "Friday 9 February 2024", "Ø, 9 February 2024, page 1"),
    ],
)
def test_dates_and_folio_are_in_the_language_that_is_set(
    language: str, locale: str, dates: str, folio: str
) -> None:
    words, date = words_in(language), dt.date(2024, 2, 9)
    assert words.locale == locale
    assert " ".join(words.masthead_dates(date)) == dates
    assert words.folio("Ø", Address(date, 1, 1)) == folio


def test_an_almanac_that_is_damaged_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def asked() -> tuple[Language, Month]:
        language_of.cache_clear()
        month_of.cache_clear()
        return language_of("en-GB"), month_of("en-GB", "long", 2024, 2)

    made = asked()
    for kept in Path(".cache").rglob("*"):
        if kept.is_file():
            kept.write_bytes(kept.read_bytes()[:-9])
    assert asked() == made
    assert asked() == made


@pytest.mark.parametrize("language", ["fr", "nonsense", "zh_Hans"])
def test_a_language_without_words_stops_the_press(project: Project, language: str) -> None:
    project.set(DEFAULT_LANG=language)
    project.article("2024-04-15/01/01")
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("bad-setting", "pelicanconf.py")
    assert "DEFAULT_LANG" in finding.message


def test_new_words_are_english_in_english_alone_and_wait_for_a_translator_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('{{ _("Brand new words") }}', encoding="utf-8")
    for language in ("en", "zh-Hans"):
        (tmp_path / f"{language}.po").touch()
    source = MessageSource(tmp_path, ("**.html", "jinja2"), {"silent": "false"}, tmp_path)
    waiting = {file.stem: [message.id for message in untranslated(data)] for file, data in updated(source)}
    assert waiting == {"en": [], "zh-Hans": ["Brand new words"]}
