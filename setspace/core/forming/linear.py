"""Linear and integer programmes, put together row by row and handed to HiGHS, which SciPy brings."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Solved:
    """`values` is None when nothing was found in time; `bound` is what no solution can exceed."""

    values: Floats | None
    bound: float
    is_impossible: bool = False


@dataclass
class Linear:
    """Variables by number, from 0 to `upper`; rows `least <= sum of factor * variable <= most`."""

    upper: list[Floats] = field(default_factory=list)
    whole: list[Ints] = field(default_factory=list)
    n_variables: int = 0
    n_rows: int = 0
    entries: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    least: list[Floats] = field(default_factory=list)
    most: list[Floats] = field(default_factory=list)

    def variables(self, number: int, upper: float = np.inf, whole: bool = False) -> Ints:
        """New variables; answers their numbers."""
        self.upper.append(np.full(number, upper))
        self.whole.append(np.full(number, int(whole)))
        self.n_variables += number
        return np.arange(self.n_variables - number, self.n_variables)

    def rows(self, number: int, least: float, most: float) -> Ints:
        """New rows, empty as yet; answers their numbers."""
        self.least.append(np.full(number, least))
        self.most.append(np.full(number, most))
        self.n_rows += number
        return np.arange(self.n_rows - number, self.n_rows)

    def put(self, rows: Any, variables: Any, factors: Any) -> None:
        """Factors into rows; the three are broadcast against one another."""
        row, column, factor = np.broadcast_arrays(rows, variables, np.asarray(factors, dtype=np.float64))
        self.entries.append((row.ravel(), column.ravel(), factor.ravel()))

    def row(self, variables: Any, factors: Any, least: float = -np.inf, most: float = np.inf) -> None:
        self.put(self.rows(1, least, most), variables, factors)

    def best(self, worth: Floats, seconds: float, relaxed: bool = False) -> Solved:
        """Variables that make `worth` largest, within the rows, as far as found within `seconds`."""
        row, column, factor = (np.concatenate(part) for part in zip(*self.entries, strict=True))
        matrix = csr_array((factor, (row, column)), shape=(self.n_rows, self.n_variables))
        done = milp(
            -worth,
            integrality=None if relaxed else np.concatenate(self.whole),
            bounds=Bounds(0, np.concatenate(self.upper)),
            constraints=LinearConstraint(matrix, np.concatenate(self.least), np.concatenate(self.most)),
            options={"time_limit": max(seconds, 0.05), "mip_rel_gap": 0.0},
        )
        bound = done.get("mip_dual_bound")
        bound = done.fun if bound is None else bound
        return Solved(done.x, np.inf if bound is None else -float(bound), done.status == 2)

    def prices(self, worth: Floats, seconds: float) -> tuple[Floats, Floats, float] | None:
        """Of the relaxed programme the values, what one more of each row would bring, and the worth."""
        row, column, factor = (np.concatenate(part) for part in zip(*self.entries, strict=True))
        matrix = csr_array((factor, (row, column)), shape=(self.n_rows, self.n_variables))
        least, most = np.concatenate(self.least), np.concatenate(self.most)
        up, down, equal = (
            np.isfinite(most) & (least < most),
            np.isfinite(least) & (least < most),
            least == most,
        )
        upper = np.concatenate(self.upper)
        done = linprog(
            -worth,
            A_ub=csr_array(vstack([matrix[up], -matrix[down]])),
            b_ub=np.concatenate([most[up], -least[down]]),
            A_eq=matrix[equal],
            b_eq=most[equal],
            bounds=np.column_stack([np.zeros(self.n_variables), upper]),
            method="highs-ds",
            options={"time_limit": max(seconds, 0.05)},
        )
        if done.status != 0:
            return None
        price = np.zeros(self.n_rows)
        price[up] -= done.ineqlin.marginals[: up.sum()]
        price[down] += done.ineqlin.marginals[up.sum() :]
        price[equal] -= done.eqlin.marginals
        return done.x, price, -float(done.fun)
