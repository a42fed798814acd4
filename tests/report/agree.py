# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a summary back from its four formats and compares every number of them.

    agree.py WRITE LANGUAGE...

JSON says what is expected; CSV must hold exactly those figures; of text and HTML each
line, and each row of a table, must hold those numbers, whatever the words around them
are. WRITE is tests/report/write.
"""
import collections
import csv
import decimal
import html.parser
import io
import json
import re
import subprocess
import sys

program, languages = sys.argv[1], sys.argv[2:]
SAMPLES = ["empty", "one", "gone"] + [f"trainer-{number}" for number in range(1, 13)]
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:[.,]\d+)?")
failures = []
compared = 0


def write(form, sample, *more):
    done = subprocess.run([program, form, sample, *more], capture_output=True, check=True)
    return done.stdout.decode()


def same(where, wanted, found):
    global compared
    compared += 1
    if wanted != found and len(failures) < 20:
        failures.append(f"{where}: expected {wanted}, found {found}")


def numbers(text, *titles):
    """The numbers of a line, without those of titles, in order of size: words may be in
    any order in another language."""
    for title in titles:
        text = text.replace(title, " ")
    return sorted(decimal.Decimal(one.replace(",", ".")) for one in NUMBER.findall(text))


def decimals(*values):
    return sorted(decimal.Decimal(value) for value in values)


# ---------------------------------------------------------------- CSV


def rows_of(tree):
    """The figures of a JSON summary as CSV has them: {place and name: value}."""
    rows = {}

    def add(lesson, item, moment, option, language, figure, value):
        place = (lesson["id"] if lesson else "", lesson["revision"] if lesson else "",
                 item["id"] if item else "", str(item["rev"]) if item else "",
                 moment, option, language, figure)
        assert place not in rows, place
        rows[place] = None if value is None else decimal.Decimal(value)

    for lesson in tree["lessons"]:
        add(lesson, None, "", "", "", "completions", lesson["completions"])
        for moment in ("before", "after"):
            for name, value in (lesson[moment] or {}).items():
                add(lesson, None, moment, "", "", name, value)
        if lesson["gain"] is not None:
            add(lesson, None, "", "", "", "gain", lesson["gain"])
        for item in lesson["items"]:
            first = item["first"]
            if not first:
                # Which moment it would be is not in JSON.
                add(lesson, item, "during", "", "", "answered", None)
                continue
            for name, value in first.items():
                if name not in ("moment", "options"):
                    add(lesson, item, first["moment"], "", "", name, value)
            if item["discrimination"] is not None:
                add(lesson, item, first["moment"], "", "", "discrimination",
                    item["discrimination"])
            for option in first["options"]:
                for name in ("taken", "taken_percent"):
                    add(lesson, item, first["moment"], option["id"], "", name, option[name])
            for name, value in (item["after"] or {}).items():
                add(lesson, item, "after", "", "", name, value)
    for language in tree["languages"]:
        add(None, None, "", "", language["code"], "completions_in_tens",
            language["completions_in_tens"])
    return rows


def check_csv(sample, tree):
    table = csv.DictReader(io.StringIO(write("csv", sample), newline=""), strict=True)
    found = {}
    for row in table:
        place = tuple(row[name] for name in table.fieldnames[:8])
        moment = "during" if row["value"] == "" and row["item"] else place[4]
        place = place[:4] + (moment,) + place[5:]
        assert place not in found, place
        found[place] = decimal.Decimal(row["value"]) if row["value"] else None
    wanted = rows_of(tree)
    for place in sorted(set(wanted) | set(found)):
        same(f"{sample}, csv, {place}", wanted.get(place, "no row"), found.get(place, "no row"))


# ---------------------------------------------------------------- what people read


def facility(figures):
    return [figures[name] for name in
            ("answered", "right_percent", "right_percent_low", "right_percent_high")]


def lines_of_item(item):
    """The numbers of each line below a question, for text."""
    first = item["first"]
    yield []  # the verdict
    if not first:
        return
    paired = first["moment"] == "before"
    if paired:
        yield []
    yield decimals(*facility(first), first["skipped"])
    for option in first["options"]:
        yield decimals(option["taken"], option["taken_percent"])
    if paired:
        yield []
        yield decimals(*facility(item["after"])) if item["after"] else []
    if item["discrimination"] is not None:
        yield decimals(item["discrimination"], 0, 1)


def gain_numbers(lesson):
    """Of the sentence about before and after; 1 is in the explanation of a gain above 0."""
    values = [lesson[moment][name] for moment in ("before", "after")
              for name in ("answered", "right_percent")]
    if lesson["gain"] is not None:
        values.append(lesson["gain"])
        if decimal.Decimal(lesson["gain"]) > 0:
            values.append(1)
    return decimals(*values)


def check_text(sample, tree, language):
    """On lines so wide that none is broken."""
    text = write("text", sample, language, "100000")
    titles = [option["text"] for lesson in tree["lessons"] for item in lesson["items"]
              if item["first"] for option in item["first"]["options"] if option["text"]]
    titles = sorted(set(titles), key=len, reverse=True)
    lines = collections.deque(text.split("\n"))

    def skip_to(pattern):
        while lines and not re.search(pattern, lines[0]):
            lines.popleft()
        assert lines, f"{sample}: no line {pattern}"

    shown = [lesson for lesson in tree["lessons"] if lesson["completions"] is not None]
    skip_to(r"^ {0,7}(\d+|-)  ")
    for lesson in tree["lessons"]:
        same(f"{sample}, text {language}, {lesson['id']}",
             [] if lesson["completions"] is None else decimals(lesson["completions"]),
             numbers(lines.popleft()[:8]))
    if tree["languages"]:
        skip_to(r"^ {0,7}\d+  ")
        for each in tree["languages"]:
            same(f"{sample}, text {language}, {each['code']}",
                 decimals(each["completions_in_tens"]), numbers(lines.popleft()[:8]))
    for lesson in shown:
        skip_to(r"^-{5,}$")
        lines.popleft()
        where = f"{sample}, text {language}, {lesson['id']}"
        same(where, decimals(lesson["completions"]), numbers(lines.popleft()))
        if lesson["before"]:
            same(where, gain_numbers(lesson), numbers(lines.popleft()))
        for number, item in enumerate(lesson["items"], 1):
            skip_to(rf"^{number}\. ")
            lines.popleft()
            for wanted in lines_of_item(item):
                same(f"{where}, {item['id']}", wanted, numbers(lines.popleft(), *titles))
            same(f"{where}, {item['id']}, end", "", lines[0])

    # Broken lines hold the same.
    words = sorted(numbers(text))
    for columns in ("80", "40"):
        same(f"{sample}, text {language}, {columns} columns", words,
             sorted(numbers(write("text", sample, language, columns))))


class Tables(html.parser.HTMLParser):
    """Paragraphs and rows by the heading they are under, each with the widths of its bars."""

    def __init__(self, page):
        super().__init__()
        self.under, self.text, self.cells, self.bars = "", None, None, None
        self.found = collections.defaultdict(list)
        self.rows = collections.defaultdict(list)
        self.in_title = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in ("h2", "h3"):
            self.under = attributes.get("id", "")
        elif tag == "p":
            self.text = ""
        elif tag == "tr":
            self.cells, self.bars = [], []
        elif tag in ("td", "th"):
            self.text = ""
        elif tag == "rect":
            self.bars.append((attributes["class"], attributes.get("x", "0"), attributes["width"]))
        elif tag == "title":
            self.in_title = True

    def handle_endtag(self, tag):
        if tag == "p":
            self.found[self.under].append(self.text)
        elif tag in ("td", "th"):
            self.cells.append(self.text)
        elif tag == "tr" and self.bars is not None and len(self.cells) > 1:
            self.rows[self.under].append((self.cells, self.bars))
        elif tag == "title":
            self.in_title = False

    def handle_data(self, data):
        if self.text is not None and not self.in_title:
            self.text += data


def same_row(where, row, wanted, bar, likely=None):
    """The name of the row is no number; its bar is as long as it says."""
    cells, bars = row
    same(where, decimals(*wanted), numbers(" ".join(cells[1:])))
    widths = [("rest", "0", "100"), (bars[1][0] if len(bars) > 1 else "full", "0", str(bar))]
    if likely:
        low, high = (int(value) for value in likely)
        widths.append(("likely", str(min(low, 99)), str(max(high - low, 1))))
    same(where + ", bar", widths, bars)


def same_facility(where, row, figures):
    same_row(where, row, facility(figures), figures["right_percent"], facility(figures)[2:])


def check_html(sample, tree, language):
    page = Tables(write("html", sample, language))
    course = page.rows[""][1:]
    heads = 1 if tree["languages"] else 0
    same(f"{sample}, html {language}, rows", len(tree["lessons"]) + heads + len(tree["languages"]),
         len(course))
    for lesson, row in zip(tree["lessons"], course):
        where = f"{sample}, html {language}, {lesson['id']}"
        if lesson["completions"] is None:
            same(where, [], numbers(" ".join(row[0][1:])))
        else:
            same(where, decimals(lesson["completions"]), numbers(row[0][1]))
    most = max([each["completions_in_tens"] for each in tree["languages"]] + [1])
    for each, row in zip(tree["languages"], course[len(tree["lessons"]) + 1:]):
        share = int(100 * each["completions_in_tens"] / most + 0.5)
        same_row(f"{sample}, html {language}, {each['code']}", row,
                 [each["completions_in_tens"]], share)
    for i, lesson in enumerate(tree["lessons"], 1):
        if lesson["completions"] is None:
            continue
        where = f"{sample}, html {language}, {lesson['id']}"
        texts = page.found[f"lesson-{i}"]
        same(where, decimals(lesson["completions"]), numbers(texts[0]))
        if lesson["before"]:
            same(where, gain_numbers(lesson), numbers(texts[1]))
            same(where, 3, len(page.rows[f"lesson-{i}"]))
            for moment, row in zip(("before", "after"), page.rows[f"lesson-{i}"][1:]):
                average = lesson[moment]
                same_row(where, row, [average["answered"], average["right_percent"]],
                         average["right_percent"])
        for j, item in enumerate(lesson["items"], 1):
            place, first = f"question-{i}-{j}", item["first"]
            where = f"{sample}, html {language}, {lesson['id']}, {item['id']}"
            rows, texts = page.rows[place], page.found[place]
            if not first:
                same(where, 0, len(rows))
                continue
            same_facility(where, rows[1], first)
            rest = rows[2:]
            if first["moment"] == "before":
                if item["after"]:
                    same_facility(where + ", after", rest[0], item["after"])
                else:
                    same(where, [], numbers(" ".join(rest[0][0])))
                rest = rest[1:]
            rest = rest[1:]  # the headings of the options
            same(where + ", options", len(first["options"]), len(rest))
            for option, row in zip(first["options"], rest):
                same_row(f"{where}, {option['id']}", row,
                         [option["taken"], option["taken_percent"]], option["taken_percent"])
            same(where + ", skipped", decimals(first["skipped"]), numbers(texts[1]))
            if item["discrimination"] is not None:
                same(where, decimals(item["discrimination"], 0, 1), numbers(texts[2]))


for sample in SAMPLES:
    tree = json.loads(write("json", sample), parse_float=str)
    check_csv(sample, tree)
    for language in languages:
        check_text(sample, tree, language)
        check_html(sample, tree, language)

if len(languages) > 1:
    check_csv("huge", json.loads(write("json", "huge"), parse_float=str))

for failure in failures:
    print("FAILED", failure)
print(f"{compared} comparisons, {len(failures)} failures")
sys.exit(1 if failures or compared < 5000 else 0)
