"""Files that cannot be read, and fields that do not follow the schema: reported by the manuscript's reader."""

from broadsheet.proof.check import Reported

REPORTED = (
    Reported("unreadable", "A file that cannot be opened"),
    Reported("too-large", "A text with more bytes than the settings allow; it is not read"),
    Reported("not-utf-8", "A file that is not UTF-8"),
    Reported("no-front-matter", "A manuscript that does not begin with fields between two lines `---`"),
    Reported("yaml", "Fields that are not plain YAML"),
    Reported("unknown-key", "A field that does not exist"),
    Reported("bad-value", "A value of the wrong form"),
)
