#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Item-response tables, and what statistics say of them, for statistics_test.c.

    python3 statistics.py FOLDER

writes table-N.csv (a learner a row, an item a column: 1 right, 0 wrong, s skipped; the columns
"before" and "after" are one item, asked twice) and table-N.expected, as they lie beside this
script. Nothing here is taken from the program: proportions are exact fractions, roots are taken
with fifty decimal digits, and each figure is computed from the learners one by one, by its
definition, never from sums.
"""
import random
import sys
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 50
Z = Fraction("1.959963984540054")


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def wilson(right, n):
    """The ends of the interval: where (p - share)^2 = z^2 p (1 - p) / n, a quadratic equation in p."""
    share = Fraction(right, n)
    a = 1 + Z * Z / n
    b = -(2 * share + Z * Z / n)
    c = share * share
    root = decimal(b * b - 4 * a * c).sqrt()
    return (decimal(-b) - root) / decimal(2 * a), (decimal(-b) + root) / decimal(2 * a)


def correlation(pairs):
    """Covariance over both standard deviations, with n - 1; None when one of them is 0."""
    n = len(pairs)
    mean_x = Fraction(sum(x for x, _ in pairs), n)
    mean_y = Fraction(sum(y for _, y in pairs), n)
    covariance = sum((x - mean_x) * (y - mean_y) for x, y in pairs) / (n - 1)
    variance_x = sum((x - mean_x) ** 2 for x, _ in pairs) / (n - 1)
    variance_y = sum((y - mean_y) ** 2 for _, y in pairs) / (n - 1)
    if variance_x == 0 or variance_y == 0:
        return None
    return decimal(covariance) / (decimal(variance_x).sqrt() * decimal(variance_y).sqrt())


def rasch(seed, learners, difficulties, skipping, reversed_items=()):
    """A table as learners of different ability would fill it."""
    dice = random.Random(seed)
    rows = []
    for _ in range(learners):
        ability = dice.gauss(0, 1.2)
        row = []
        for place, difficulty in enumerate(difficulties):
            chance = 1 / (1 + 2.718281828 ** (difficulty - ability))
            if place in reversed_items:
                chance = 1 - chance
            answer = 1 if dice.random() < chance else 0
            row.append("s" if dice.random() < skipping else answer)
        rows.append(row)
    return rows


def tables():
    # A common case: nine items of rising difficulty, some skipped.
    yield rasch(1, 200, [-1, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, -1.5], 0.05)
    # A wrong key (item3), an item that everybody gets right, and one that nobody does.
    yield rasch(2, 317, [0.5, -1, 0, 0, 1, -99, 99, -2], 0.02, reversed_items=(3,))
    # Many learners, few items, hardly any variance.
    yield rasch(3, 2500, [-3.5, -3, -4, -5], 0.2)


def names(row):
    return ["before"] + [f"item{i}" for i in range(1, len(row) - 1)] + ["after"]


def score(row, without):
    """First answers to the other items; the second answer to "before" is none."""
    return sum(1 for place, given in enumerate(row[:-1]) if given == 1 and place != without)


def figures(rows):
    for place, name in enumerate(names(rows[0])):
        given = [row[place] for row in rows if row[place] != "s"]
        n, right = len(given), sum(given)
        low, high = wilson(right, n)
        yield f"{name} facility {n} {right} {decimal(Fraction(right, n)):.20f} {low:.20f} {high:.20f}"
        if name == "after":
            continue
        found = correlation(
            [(row[place], score(row, place)) for row in rows if row[place] != "s"])
        yield f"{name} discrimination {'none' if found is None else f'{found:.20f}'}"
    before = [row[0] for row in rows if row[0] != "s"]
    after = [row[-1] for row in rows if row[-1] != "s"]
    one, other = Fraction(sum(before), len(before)), Fraction(sum(after), len(after))
    gain = (other - one) / (1 - one)
    yield f"gain {len(before)} {len(after)} {decimal(one):.20f} {decimal(other):.20f} {decimal(gain):.20f}"


def main():
    folder = Path(sys.argv[1])
    for number, rows in enumerate(tables(), 1):
        lines = [",".join(names(rows[0]))] + [",".join(str(given) for given in row) for row in rows]
        (folder / f"table-{number}.csv").write_text("\n".join(lines) + "\n")
        (folder / f"table-{number}.expected").write_text("\n".join(figures(rows)) + "\n")


main()
