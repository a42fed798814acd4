#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""same.py LESSON IMPORTED: whether a lesson came back from GIFT with its questions.

Compares what GIFT can hold: texts, options, which of them are right, and why. Says
each difference on standard error and ends with status 1.
"""
import re
import sys

import yaml

# Verbs that GIFT has no question for.
LEFT_OUT = {"order", "rate", "decide", "discuss", "plan", "find"}
VERBS = LEFT_OUT | {"read", "choose", "choose-all", "match", "sort", "number", "write", "reflect"}


def plain(text):
    """A text without its layout, marked words as they are read."""
    text = re.sub(r"\[\[(?:[^]|]*\|)?([^]|]*)\]\]", r"\1", str(text))
    return re.sub(r"\s+", " ", text).strip()


def entries(step, name, *fields):
    return [tuple(plain(entry.get(field, "")) for field in fields) for entry in step.get(name, [])]


def question(step):
    verb = (set(step) & VERBS).pop()
    stem = plain(step[verb])
    if verb in LEFT_OUT:
        return None
    if verb in ("read", "reflect"):
        # A reflection comes back as a page with its prompts in a list.
        prompts = "".join(f" - {plain(each)}" for each in step.get("prompts", []))
        figure = plain(f"~~~ {step['figure']} ~~~ {step['alt']}") if "figure" in step else ""
        return "read", plain(f"{stem}{prompts} {figure}")
    if verb in ("choose", "choose-all"):
        return verb, stem, entries(step, "options", "text", "right", "why")
    if verb == "match":
        # Right sides have no bold or emphasis there.
        return verb, stem, [(left, right.replace("*", ""))
                            for left, right in entries(step, "pairs", "left", "right")]
    if verb == "sort":
        groups = {group["id"]: plain(group["text"]) for group in step["groups"]}
        return verb, stem, [(plain(item["text"]), groups[item["group"]]) for item in step["items"]]
    if verb == "number":
        stem += f" _____ {step['unit']}" if "unit" in step else ""
        return verb, stem, str(step["answer"]), str(step.get("within", 0)), plain(step["why"])
    if any("->" in each for each in step["accept"]):
        return None
    return verb, stem, [plain(each) for each in step["accept"]], plain(step["why"])


def questions(path):
    with open(path, encoding="utf-8") as file:
        lesson = yaml.load(file, Loader=yaml.BaseLoader)
    return [each for each in map(question, lesson["steps"]) if each]


def main():
    before, after = questions(sys.argv[1]), questions(sys.argv[2])
    different = [(one, other) for one, other in zip(before, after) if one != other]
    for one, other in different:
        print(f"was:      {one}\ncame back: {other}", file=sys.stderr)
    if not before or len(before) != len(after) or different:
        sys.exit(f"{len(before)} questions went, {len(after)} came back")


main()
