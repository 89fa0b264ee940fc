"""Python-Markdown with the extensions of a manuscript, and with the press's hand on links and pictures."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from broadsheet.manuscript.markdown.limits import MarkdownLimitError
from broadsheet.manuscript.pictures import picture_path
from broadsheet.press.copy.text_links import Origin
from broadsheet.press.paper.links import Links
from broadsheet.press.plates.pictures import check_picture, named_wrongly, source_views, split_address
from broadsheet.press.plates.plate_cache import PlateRoom

_SIZES = "(min-width: 46rem) 42.75rem, 94vw"  # the column of an article in the theme's layout


class BodyParser:
    """Parses manuscripts with one Markdown instance, which is costly to make and free to reset."""

    def __init__(self, markdown: Markdown, content: Path, plate_room: PlateRoom, links: Links) -> None:
        self._markdown = markdown
        self._hand = _PressHand(self._markdown, content, plate_room, links)
        # The inline patterns have made the links at 20, and extensions of plugins what they make of them.
        self._markdown.treeprocessors.register(self._hand, "broadsheet_links", 0.5)

    def parse(self, text: str, origin: Origin, link: Callable[[str], str]) -> tuple[str, list[str]]:
        """Return the HTML of `text`, which comes from `origin`, and its pictures, paths below content/.

        `link` gives the address to print for the address that a link names.

        Raises ManuscriptError for a picture that may not be shown, and for a text beyond the limits of Markdown.
        """
        self._hand.begin(origin, link)
        try:
            return self._markdown.reset().convert(text), self._hand.pictures
        except MarkdownLimitError as error:
            hint = "take some of the signs of Markdown away, or write a backslash before each"
            raise named_wrongly("markdown-limit", error.line, origin.path, error.what, hint) from error


class _PressHand(Treeprocessor):
    """Gives links the site's path, and pictures their published address and their plates."""

    def __init__(self, markdown: Markdown, content: Path, plate_room: PlateRoom, links: Links) -> None:
        super().__init__(markdown)
        self.content = content
        self.plate_room = plate_room
        self.links = links
        self.begin(Origin(Path(), "", ""), str)

    def begin(self, origin: Origin, link: Callable[[str], str]) -> None:
        self.manuscript = origin.path
        self.folder = origin.folder
        self.link = link
        self.pictures: list[str] = []

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            link.set("href", self.link(link.get("href", "")))
        linked = {image for link in root.iter("a") for image in link.iter("img")}
        for image in list(root.iter("img")):
            self.mend_picture(image, is_linked=image in linked)

    def mend_picture(self, image: Element, *, is_linked: bool) -> None:
        path = self.checked_path(image)
        self.pictures.append(path)
        picture = self.picture(image, path)
        if is_linked:
            image.tag, image.attrib, image[:] = picture.tag, picture.attrib, picture[:]
        else:
            image.tag, image.attrib, image[:] = "a", {"href": self.links.at(path)}, [picture]

    def checked_path(self, image: Element) -> str:
        """Return where below content/ the picture lies. Raises ManuscriptError unless it may be shown."""
        named = image.get("src", "")
        parts = split_address(named, self.manuscript)
        if parts.scheme or parts.netloc:
            message = "a page may not fetch a picture from another site"
            hint = "put the file beside the article, and name it there"
            raise named_wrongly("foreign-picture", named, self.manuscript, message, hint)
        if not image.get("alt"):
            message, hint = "a picture needs words for those who cannot see it", "write ![words](file)"
            raise named_wrongly("no-alt", named, self.manuscript, message, hint)
        path = picture_path(unquote(parts.path), self.folder)
        check_picture(path, self.content, self.manuscript, named)
        return path

    def picture(self, image: Element, path: str) -> Element:
        """Return what shows the picture at `path`, in the format and the size that a browser chooses."""
        plates = self.plate_room.plates(path)
        measures = {"width": str(plates.width), "height": str(plates.height)} if plates.width else {}
        shown = {"src": self.links.at(path), "alt": image.get("alt", ""), **measures, "loading": "lazy"}
        title = {"title": image.get("title", "")} if image.get("title") else {}
        sources = source_views(path, plates, self.links)
        if not sources:
            return Element("img", shown | title)
        picture = Element("picture")
        for source in sources:
            kind = {"type": source.media_type, "srcset": source.srcset, "sizes": _SIZES}
            SubElement(picture, "source", kind)
        SubElement(picture, "img", shown | title)
        return picture
