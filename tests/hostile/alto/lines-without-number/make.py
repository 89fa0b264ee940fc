"""A page of recognised text with far more lines than print has."""

from pathlib import Path

LINE = '<TextLine HEIGHT="20"><String CONTENT="正文" HPOS="10" VPOS="10" WIDTH="40" HEIGHT="20"/></TextLine>'
BLOCK = f'<TextBlock ID="a">{LINE * 20_000}</TextBlock>'
raw = Path("raw/2024-05-03/01.xml")
raw.parent.mkdir()
raw.write_text(
    f'<alto><Layout><Page WIDTH="1000" HEIGHT="1000"><PrintSpace>{BLOCK}</PrintSpace></Page></Layout></alto>',
    encoding="utf-8",
)
