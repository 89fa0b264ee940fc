"""Arrays by what they hold."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.intp]
"""Places: lines, sets of open ends, signs."""

Weights = npt.NDArray[np.float64]
"""Evidence, as log odds."""
