"""What the fields of a manuscript and their words are called in the form, in the paper's language."""

from broadsheet.press.paper.almanac import language_of
from broadsheet.press.paper.message_catalogues import OUR_WORDS, translations


def field_labels(tag: str) -> dict[str, str]:
    """Return the name of each field, and of each word that a field may have, in the language of `tag`. Raises PressError for a language without a catalogue."""
    gettext = translations(OUR_WORDS, language_of(tag)).gettext
    return {
        "title": gettext("Headline"),
        "title_supplied": gettext("The headline comes from an editor"),
        "kicker": gettext("Kicker"),
        "deck": gettext("Deck"),
        "byline": gettext("Byline, as printed"),
        "authors": gettext("Authors"),
        "dateline": gettext("Dateline"),
        "section": gettext("Section"),
        "column": gettext("Column"),
        "source_credit": gettext("Source credit"),
        "photos": gettext("Photos"),
        "file": gettext("Picture"),
        "caption": gettext("Caption"),
        "credit": gettext("Credit"),
        "alt": gettext("What the picture shows"),
        "editors_note": gettext("Editor’s note"),
        "summary": gettext("Summary"),
        "tags": gettext("Tags"),
        "jump": gettext("Jump, as printed"),
        "teasers": gettext("Teasers"),
        "page": gettext("Page"),
        "corrections": gettext("Corrections"),
        "date": gettext("Date"),
        "text": gettext("Text"),
        "on": gettext("Converted"),
        "off": gettext("As printed"),
        "published": gettext("Finished"),
        "draft": gettext("Draft"),
        "review": gettext("Under review"),
        "convert": gettext("Conversion to the other script"),
        "status": gettext("Status"),
        "publish_at": gettext("Published at"),
        "source": gettext("Raw page"),
        "body": gettext("Text in Markdown"),
        "no_script": gettext("This form needs JavaScript."),
        # Translators: the number of an article on its printed page.
        "order": gettext("Number on the page, in two digits, like 03"),
    }
