# SPDX-License-Identifier: GPL-3.0-or-later
"""pool.py WORK CSV...: compares the views that a database made of these files, which lie
in WORK/VIEW.pooled, with sums made here.
"""
import collections
import csv
import decimal
import math
import pathlib
import sys

work, files = pathlib.Path(sys.argv[1]), sys.argv[2:]
failures = []
compared = 0


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


rows = [dict(row, trainer=file) for file in files for row in table(file)]
LESSON = ("lesson", "revision")
ITEM = LESSON + ("item", "rev", "moment")


def sums(names, keep):
    """{place: sum of the values that are there}, of the rows to keep."""
    found = {}
    for row in rows:
        if keep(row):
            place = tuple(row[name] for name in names)
            found.setdefault(place, [])
            if row["value"]:
                found[place].append(int(row["value"]))
    return {place: (len(values), sum(values) if values else None)
            for place, values in found.items()}


def number(text):
    return None if text == "" else decimal.Decimal(text)


def same(view, place, wanted, found):
    global compared
    compared += 1
    if wanted != found:
        failures.append(f"{view} {place}: expected {wanted}, found {found}")


def view(name, keys, wanted):
    """wanted: {place: {column: number}}; the view has these rows and no others."""
    found = {tuple(row[key] for key in keys): row for row in table(work / f"{name}.pooled")}
    same(name, "rows", sorted(wanted), sorted(found))
    for place, columns in wanted.items():
        for column, value in columns.items():
            same(name, place + (column,), value, number(found.get(place, {}).get(column, "")))


def half_up(value, digits="1"):
    return decimal.Decimal(value).quantize(decimal.Decimal(digits), decimal.ROUND_HALF_UP)


def wilson(k, n, sign):
    z = 1.959963984540054
    share = k / n
    middle = share + z * z / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return half_up(100 * (middle + sign * half) / (1 + z * z / n))


view("lesson", LESSON,
     {place: {"trainers": count, "completions": total} for place, (count, total)
      in sums(LESSON, lambda row: row["figure"] == "completions").items()})
view("option", ITEM + ("option",),
     {place: {"taken": total} for place, (_, total)
      in sums(ITEM + ("option",), lambda row: row["figure"] == "taken").items()})
view("language", ("language",),
     {place: {"at_least": total} for place, (_, total)
      in sums(("language",), lambda row: row["figure"] == "completions_in_tens").items()})

wanted = {}
parts = {figure: sums(ITEM, lambda row: row["item"] and not row["option"]
                      and row["figure"] == figure)
         for figure in ("answered", "right", "skipped")}
for place, (trainers, n) in parts["answered"].items():
    k = parts["right"].get(place, (0, None))[1]
    wanted[place] = {"trainers": trainers, "answered": n, "right_answers": k,
                     "skipped": parts["skipped"].get(place, (0, None))[1]}
    if n:
        wanted[place].update(right_percent=half_up(decimal.Decimal(100 * k) / n),
                             low=wilson(k, n, -1), high=wilson(k, n, 1))
view("question", ITEM, wanted)

# Of each trainer, the questions with both moments.
both = collections.defaultdict(dict)
for row in rows:
    if row["item"] and not row["option"] and row["figure"] in ("right", "answered"):
        if row["moment"] in ("before", "after") and row["value"]:
            place = tuple(row[name] for name in ("trainer", "lesson", "revision", "item", "rev"))
            both[place][row["moment"], row["figure"]] = int(row["value"])
totals = collections.defaultdict(collections.Counter)
for place, values in both.items():
    if len(values) == 4:
        totals[place[1:3]].update(values)
wanted = {}
for place, total in totals.items():
    before, after = (decimal.Decimal(total[moment, "right"]) / total[moment, "answered"]
                     for moment in ("before", "after"))
    wanted[place] = {"before_percent": half_up(100 * before), "after_percent": half_up(100 * after),
                     "gain": half_up((after - before) / (1 - before), "0.01")}
view("gain", LESSON, wanted)

worst = [number(row["right_percent"]) for row in table(work / "query.csv")]
same("query", "order", sorted(worst), worst)
same("query", "rows", True, len(worst) > 20)

# Texts with quotes, commas and markup came through.
texts = {row["text"] for row in rows if row["figure"] == "completions"}
same("lesson", "titles", True,
     {row["title"] for row in table(work / "lesson.pooled")} <= texts)

for failure in failures[:20]:
    print("FAILED", failure)
print(f"{len(files)} trainers, {compared} comparisons, {len(failures)} failures")
sys.exit(1 if failures or compared < 300 else 0)
