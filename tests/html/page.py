#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""page.py CHROMIUM PAGE WORK: whether an exported page is what it promises.

Opens the page in headless Chromium, 360 pixels wide, in a frame of another page that
measures it, so that nothing is added to the page itself. Then prints it and compares
the paper with the text. Each problem is a line; the status is 1 when there is one.
"""
import html
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree

WIDTH = 360
A4 = (595.28, 841.89)
POINTS_PER_MM = 72 / 25.4
# As in the styles of the page; the last lines of letters hang over by a hair.
MARGINS = (16 * POINTS_PER_MM - 1, 18 * POINTS_PER_MM - 1)

# Runs in the frame around the page.
MEASURE = """
function measure(frame) {
  const page = frame.contentDocument, root = page.documentElement, problems = [];
  const wide = root.clientWidth;
  const name = e => e.tagName.toLowerCase() + ' "' + e.textContent.trim().slice(0, 40) + '"';
  if (frame.clientWidth != %d) problems.push("the frame is " + frame.clientWidth + " wide");
  if (!page.querySelector("main")) problems.push("nothing was loaded");
  for (const fold of page.querySelectorAll("details")) {
    if (fold.open) problems.push("open from the beginning: " + name(fold));
    const inside = fold.lastElementChild;
    if (inside.checkVisibility({contentVisibilityAuto: true}))
      problems.push("to be seen in spite of its fold: " + name(inside));
  }
  for (const open of [false, true]) {
    for (const fold of page.querySelectorAll("details")) fold.open = open;
    if (root.scrollWidth > wide) problems.push("scrolls sideways: " + root.scrollWidth + " > " + wide);
    for (const e of page.body.querySelectorAll("*")) {
      const box = e.getBoundingClientRect();
      if (box.right > wide + 0.5 || box.left < -0.5) problems.push("sticks out: " + name(e));
      if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && getComputedStyle(e).display != "inline")
        problems.push("is cut: " + name(e));
    }
  }
  for (const e of page.querySelectorAll("summary"))
    if (e.getBoundingClientRect().height < 40) problems.push("too small for a finger: " + name(e));
  for (const e of page.querySelectorAll("pre"))
    if (parseFloat(getComputedStyle(e).fontSize) < 6) problems.push("too small to read: " + name(e));
  const size = parseFloat(getComputedStyle(page.body).fontSize);
  if (size < 16) problems.push("letters of " + size + " pixels");
  for (const dark of [false, true]) {
    if (dark) for (const sheet of page.styleSheets) for (const rule of sheet.cssRules)
      if (rule.media && rule.media.mediaText.includes("dark")) rule.media.mediaText = "all";
    for (const problem of pale(page)) problems.push(problem + (dark ? " (dark)" : ""));
  }
  document.getElementById("found").textContent = JSON.stringify(problems);
}

/* Letters and drawings that are not told apart from what is behind them, as WCAG 2 says. */
function pale(page) {
  const problems = new Set();
  const parts = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].reduce((sum, part, i) => {
    const share = part / 255;
    return sum + [0.2126, 0.7152, 0.0722][i] *
      (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = e => {
    for (; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length == 3 || colour[3] == 1) return colour;
    }
    return [255, 255, 255];
  };
  const tell = (e, least, one, other) => {
    const ratio = contrast(one, other);
    if (ratio < least) problems.add("is pale, " + ratio.toFixed(1) + ": " + e.tagName.toLowerCase() +
      "." + e.className.toString() + ' "' + e.textContent.trim().slice(0, 40) + '"');
  };
  for (const e of page.body.querySelectorAll("*")) {
    if (e.closest("svg")) continue;
    if ([...e.childNodes].some(node => node.nodeType == 3 && node.data.trim()))
      tell(e, 4.5, parts(getComputedStyle(e).color), behind(e));
  }
  for (const svg of page.body.querySelectorAll("svg")) {
    const rest = svg.querySelector(".rest"), full = svg.querySelector(".full");
    const fill = e => parts(getComputedStyle(e).fill);
    if (!rest || !full) { problems.add("a chart without a bar"); continue; }
    tell(svg, 3, fill(full), fill(rest));
    tell(svg, 3, fill(full), behind(svg));
  }
  return problems;
}
""" % WIDTH


class Page(html.parser.HTMLParser):
    """What can be told from the source: elements, addresses, texts."""

    QUIET = {"style", "title", "script"}
    BLOCKS = {"p", "li", "h1", "h2", "h3", "pre", "dt", "dd", "summary", "td", "th", "caption"}
    # In a drawing; its <title> is what is read aloud.
    DRAWN = {"rect", "title"}

    def __init__(self, source):
        super().__init__()
        self.problems, self.texts, self.ids, self.targets = [], [""], set(), set()
        self.policy = self.language = None
        self.quiet = self.folds = self.charts = 0
        self.drawing = None
        self.feed(source)
        for target in self.targets - self.ids:
            self.problems.append(f"leads to nowhere: #{target}")
        if not self.policy or "default-src 'none'" not in self.policy:
            self.problems.append("has no policy that forbids to load things")
        if not self.language:
            self.problems.append("does not say its language")
        if re.search(r"@import|url\(|expression\(", source):
            self.problems.append("styles that load something")

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.quiet += tag in self.QUIET
        self.folds += tag == "details"
        if tag in self.BLOCKS:
            self.texts.append("")
        if tag == "html":
            self.language = attributes.get("lang")
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
            self.problems.append(f"has an element <{tag}>")
        if self.drawing is not None and tag not in self.DRAWN:
            self.problems.append(f"has an element <{tag}> in a drawing")
        if tag == "svg":
            self.drawing = ""
            self.charts += 1
            if attributes.get("role") != "img":
                self.problems.append("has a drawing that is no image to a screen reader")
        if tag == "th" and attributes.get("scope") not in ("row", "col"):
            self.problems.append("has a heading of a table that does not say of what")
        for name, value in attrs:
            if name.startswith("on"):
                self.problems.append(f"has a script in {name}=")
            elif name == "id":
                self.ids.add(value)
            elif name == "href" and value.startswith("#"):
                self.targets.add(value[1:])
            elif name in ("href", "src", "srcset", "action", "data", "poster", "ping"):
                self.problems.append(f"has an address: {name}={value}")

    def handle_endtag(self, tag):
        self.quiet -= tag in self.QUIET
        if tag == "svg":
            if not self.drawing.strip():
                self.problems.append("has a drawing without words")
            self.drawing = None
        if tag in self.BLOCKS:
            self.texts.append("")

    def handle_data(self, data):
        if self.drawing is not None:
            self.drawing += data
        if not self.quiet:
            self.texts[-1] += data


def chromium(program, work, *options):
    """What Chromium writes to standard output."""
    command = [program, "--headless", "--disable-gpu", "--hide-scrollbars",
               "--allow-file-access-from-files", "--no-first-run", "--disable-component-update",
               "--disable-background-networking", "--disable-sync", "--disable-default-apps",
               "--disable-dev-shm-usage", "--virtual-time-budget=5000",
               "--host-resolver-rules=MAP * ~NOTFOUND",
               f"--user-data-dir={work}/profile", f"--log-net-log={work}/net.json", *options]
    if os.geteuid() == 0:
        command.insert(1, "--no-sandbox")
    environment = {**os.environ, "HOME": str(work)}
    done = subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False)
    if done.returncode != 0:
        sys.exit(f"Chromium ended with {done.returncode}: {done.stderr.decode()[-2000:]}")
    return done.stdout.decode()


def requests(work):
    """What the page wanted to have that lies outside of this machine. What Chromium asks
    for by itself has no origin."""
    with open(work / "net.json", encoding="utf-8") as file:
        log = json.load(file)
    start = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    started = [event["params"] for event in log["events"]
               if event["type"] == start and "url" in event.get("params", {})]
    return sorted({each["url"] for each in started if each.get("initiator") != "not an origin"
                   and not each["url"].startswith(("file:", "data:"))})


def screen_problems(program, page, work):
    frame = work / "frame.html"
    frame.write_text(
        f"<!DOCTYPE html><title>frame</title><script>{MEASURE}</script>"
        f'<iframe src="{page.as_uri()}" width="{WIDTH}" height="800" style="border:0" '
        'onload="measure(this)"></iframe><pre id="found">nothing</pre>', encoding="utf-8")
    dumped = chromium(program, work, "--window-size=800,900", "--dump-dom", frame.as_uri())
    found = re.search(r'<pre id="found">(.*?)</pre>', dumped, re.S)
    if not found or found[1] == "nothing":
        return ["could not be measured"]
    return json.loads(html.unescape(found[1]))


def squeezed(text):
    """Letters only: how lines are broken does not matter, nor how letters are joined, nor
    whether this machine has fonts for more than the alphabets of the lessons."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text)
                   if sign.isalnum() and sign < "\u0530")


def output(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def words_outside(pdf):
    """Words that lie on the margin of a sheet or beyond it."""
    tree = xml.etree.ElementTree.fromstring(output("pdftotext", "-bbox", pdf, "-"))
    for page in tree.iter("{http://www.w3.org/1999/xhtml}page"):
        for word in page:
            left, top, right, bottom = (float(word.get(name))
                                        for name in ("xMin", "yMin", "xMax", "yMax"))
            if (left < MARGINS[0] or right > A4[0] - MARGINS[0]
                    or top < MARGINS[1] - 6 or bottom > A4[1] - MARGINS[1] + 6):
                yield word.text


def paper_problems(program, page, work, texts):
    pdf = work / "page.pdf"
    chromium(program, work, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())
    size = re.search(r"Page size: +([0-9.]+) x ([0-9.]+)", output("pdfinfo", pdf))
    if any(abs(float(size[i + 1]) - A4[i]) > 1 for i in (0, 1)):
        yield f"the paper is {size[1]} x {size[2]}"
    printed = squeezed(output("pdftotext", "-raw", pdf, "-"))
    for text in texts:
        if squeezed(text) not in printed:
            yield f"is not on paper: {text.strip()[:60]}"
    for word in words_outside(pdf):
        yield f"is cut off on paper: {word}"


def main():
    program, page, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    source = Page(page.read_text(encoding="utf-8"))
    texts = [text for text in source.texts if text.strip()]
    problems = source.problems + screen_problems(program, page, work)
    problems += [f"asks for {url}" for url in requests(work)]
    problems += paper_problems(program, page, work, texts)
    problems += [f"asks for {url}" for url in requests(work)]
    for problem in problems:
        print(f"{page.name}: {problem}")
    print(f"{page.name}: {len(texts)} texts, {source.folds} folds, {source.charts} charts, "
          f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
