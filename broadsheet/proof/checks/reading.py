"""Files that cannot be read, and fields that do not follow the schema: reported by the manuscript's reader."""

from broadsheet.proof.check import Reported

REPORTED = (
    Reported("unreadable", "A file that cannot be opened"),
    Reported(
        "too-large",
        "A text with more bytes than the settings allow, or another file of more than 100 MB; it is not read",
    ),
    Reported("not-utf-8", "A file that is not UTF-8"),
    Reported("no-front-matter", "A manuscript that does not begin with fields between two lines `---`"),
    Reported("yaml", "Fields that are not plain YAML"),
    Reported("unknown-key", "A field that does not exist"),
    Reported("bad-value", "A value of the wrong form, or one that names what is not there"),
    Reported(
        "blank-entry",
        "A photo without file, caption and credit, a teaser or a correction without text, `title_supplied` without a `title`",
    ),
    Reported("bad-address", "An entry of addresses.yaml that is no address of a page"),
    Reported("left-twice", "An address that addresses.yaml has twice"),
    Reported("endless-moves", "Moves in addresses.yaml that lead back to where they began"),
)
