"""Draws the handbook's photo, 五重山: a picture of many tones that no camera took and nobody else owns.

python -m tests.handbook.landscape draws it again.
"""

from pathlib import Path

import numpy as np
from PIL import Image

FILE = Path(__file__).parents[2] / "content/2024-05-06/02/wuchongshan.jpg"
WIDTH, HEIGHT = 1600, 1000
SKY_TOP, SKY_LOW, SUN = (
    (np.array(c, dtype=float)) for c in ((214, 205, 190), (247, 226, 200), (198, 52, 38))
)
MIST, NEAR = ((np.array(c, dtype=float)) for c in ((236, 220, 200), (38, 46, 52)))


def draw() -> Image.Image:
    """Sky, sun, then five ridges, each nearer one darker and with mist at its foot."""
    random = np.random.default_rng(2024_05_06)
    across, down = np.meshgrid(np.linspace(0, 1, WIDTH), np.linspace(0, 1, HEIGHT))
    picture = SKY_TOP + (SKY_LOW - SKY_TOP) * np.clip(down * 1.6, 0, 1)[..., None]
    far = np.hypot((across - 0.68) * WIDTH / HEIGHT, down - 0.27)
    picture += (SUN - picture) * np.clip((0.085 - far) * 400, 0, 1)[..., None]
    for number in range(5):
        ridge = 0.36 + 0.12 * number + _ridge(across[0], number, random)
        tone = MIST + (NEAR - MIST) * (0.22 + 0.78 * (number / 4) ** 1.3)
        depth = down - ridge[None, :]
        mist = np.clip(depth / 0.24, 0, 1)[..., None] * (0.75 if number < 4 else 0.15)
        picture = np.where((depth > 0)[..., None], tone + (MIST - tone) * mist, picture)
    grain = random.normal(scale=2.0, size=(HEIGHT, WIDTH, 1))
    return Image.fromarray(np.clip(picture + grain, 0, 255).astype(np.uint8))


def _ridge(
    across: "np.ndarray[tuple[int], np.dtype[np.float64]]", number: int, random: np.random.Generator
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """A line of hills: waves, each shorter one lower, the long ones steep on one side."""
    height = np.zeros_like(across)
    for octave in range(9):
        wave = np.sin(2 * np.pi * (across * (1.1 + 0.2 * number) * 1.9**octave + random.uniform()))
        height += (1 - np.abs(wave)) * 0.11 * 0.52**octave
    return 0.1 - height


if __name__ == "__main__":
    draw().save(FILE, quality=78, optimize=True)
