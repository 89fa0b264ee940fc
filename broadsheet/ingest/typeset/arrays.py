"""Types of numpy arrays, named by what they hold."""

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]
"""Indices of lines, terms or sets of open ends."""

Weights = npt.NDArray[np.float64]
"""Evidence, as log odds in nats."""
