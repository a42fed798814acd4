#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""moodle.py FILE: what Moodle would import from a file in GIFT, as JSON.

Reads as strictly as Moodle's importer does (question/format/gift/format.php and what
it checks when it saves): the first thing that it would refuse ends this with status 1.
It shares nothing with the reader of conecta import, so that one does not cover for
the other's mistakes.
"""
import json
import re
import sys

FORMATS = ("html", "markdown", "plain", "moodle")
# The grades that Moodle knows; an imported weight has to be one of them.
GRADES = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20,
          16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0)
WEIGHT = re.compile(r"^%(-*[0-9]{1,2}\.?[0-9]*)%")
# Escaped signs, out of reach while the text is split; \\ comes first.
HIDDEN = [("\\\\", "\ue000"), ("\\:", "\ue001"), ("\\#", "\ue002"), ("\\=", "\ue003"),
          ("\\{", "\ue004"), ("\\}", "\ue005"), ("\\~", "\ue006"), ("\\n", "\ue007")]
SHOWN = dict(zip("\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007", "\\:#={}~\n"))


def need(holds, what, text):
    if not holds:
        sys.exit(f"Moodle would refuse this: {what}: {text!r}")


def hide(text):
    for escaped, placeholder in HIDDEN:
        text = text.replace(escaped, placeholder)
    return text


def show(text):
    return "".join(SHOWN.get(sign, sign) for sign in text).strip()


def formatted(text, default):
    """A text, and the format that it says at its beginning."""
    text = text.strip()
    found = re.match(r"\[([a-z]+)\]", text)
    if found and found[1] in FORMATS:
        return {"text": show(text[found.end():]), "format": found[1]}
    return {"text": show(text), "format": default}


def weighted(answer, default, text):
    found = WEIGHT.match(answer)
    if not found:
        return default, answer
    weight = float(found[1])
    need(abs(weight) in GRADES, "a grade that does not exist", text)
    return weight, answer[found.end():]


def commented(answer, default):
    """What stands before the first '#', and the feedback behind it."""
    text, _, feedback = answer.partition("#")
    return {"answer": formatted(text, default), "feedback": formatted(feedback, default)}


def split(answers, sign):
    parts = answers.split(sign)
    return [part.strip() for part in (parts if parts[0].strip() else parts[1:])]


def read_choices(question, answers, default, text):
    question["single"] = "=" in answers
    question["answers"] = []
    for answer in split(answers.replace("=", "~="), "~"):
        need(answer, "an empty answer", text)
        if answer[0] == "=":
            weight, answer = 100, answer[1:]
        else:
            weight, answer = weighted(answer, 0, text)
        question["answers"].append({"weight": weight, **commented(answer, default)})
    weights = [each["weight"] for each in question["answers"]]
    need(len(weights) >= 2, "fewer than two answers", text)
    if question["single"]:
        need(max(weights) == 100, "no answer is worth 100", text)
    else:
        total = sum(each for each in weights if each > 0)
        need(abs(total - 100) < 0.01, "the weights do not add up to 100", text)


def read_pairs(question, answers, default, text):
    question["pairs"] = []
    for answer in split(answers, "="):
        need("->" in answer, "a pair without an arrow", text)
        left, right = answer.split("->", 1)
        need(left.strip() and right.strip(), "half a pair", text)
        question["pairs"].append([formatted(left, default), show(right)])
    need(len(question["pairs"]) >= 2, "fewer than two pairs", text)


def read_typed(question, answers, default, text):
    question["answers"] = []
    for answer in split(answers, "="):
        weight, answer = weighted(answer, 100, text)
        question["answers"].append({"weight": weight, **commented(answer, default)})
    need(any(each["weight"] == 100 for each in question["answers"]), "no right answer", text)


def read_numbers(question, answers, default, text):
    read_typed(question, answers, default, text)
    for answer in question["answers"]:
        number, _, within = answer["answer"]["text"].partition(":")
        need(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", number), "not a number", text)
        need(re.fullmatch(r"([0-9]+(\.[0-9]+)?)?", within), "no tolerance", text)


def read_question(lines):
    text = hide("\n".join(" " if line.startswith("//") else line for line in lines).strip())
    if not text:
        return None
    question = {}
    if text.startswith("::"):
        name, end, text = text[2:].partition("::")
        need(end, "a name without an end", name)
        question["name"] = show(name)
        text = text.strip()
    start, finish = text.find("{"), text.find("}")
    need((start < 0) == (finish < 0) and start <= finish, "a brace without the other", text)
    answers = text[start + 1:finish].strip() if start >= 0 else None
    if answers is not None:
        gap = "" if text.endswith("}") else "_____"
        text = text[:start] + gap + text[finish + 1:]
        need("}" not in text and "{" not in text, "more than one pair of braces", text)
        answers, _, general = answers.rpartition("####") if "####" in answers else (answers, 0, "")
    stem = formatted(text, "moodle")
    question["text"] = stem
    need(stem["text"], "no text", text)
    if answers is None:
        question["type"] = "description"
        return question
    question["general"] = formatted(general, stem["format"])
    answers = answers.strip()
    if not answers:
        question["type"] = "essay"
    elif answers[0] == "#":
        question["type"] = "numerical"
        read_numbers(question, answers[1:], stem["format"], text)
    elif "~" in answers:
        question["type"] = "multichoice"
        read_choices(question, answers, stem["format"], text)
    elif "=" in answers and "->" in answers:
        question["type"] = "match"
        read_pairs(question, answers, stem["format"], text)
    elif answers.split("#")[0].strip() in ("T", "TRUE", "F", "FALSE"):
        question["type"] = "truefalse"
    else:
        question["type"] = "shortanswer"
        need(answers.startswith("="), "an answer without a sign", text)
        read_typed(question, answers, stem["format"], text)
    return question


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        blocks, block = [], []
        for line in [*file.read().split("\n"), ""]:
            if line.strip():
                block.append(line.strip())
            elif block:
                blocks.append(block)
                block = []
    questions = [each for each in map(read_question, blocks) if each]
    json.dump(questions, sys.stdout, ensure_ascii=False, indent=1)
    print()


main()
