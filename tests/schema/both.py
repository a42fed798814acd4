# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks conecta lint and an independent JSON Schema validator about the same files.

    both.py PROGRAM SOURCE-FOLDER WORK-FOLDER

Both must refuse a file or both must accept it, or tests/schema/differences names it,
says who alone refuses it, and why. A difference that is listed but is none is a
failure, too. The validator gets each file as YAML 1.1 (what Python's yaml reads) and
as YAML 1.2 (what yaml-language-server reads).

With CONECTA_UPDATE_SCHEMA=1 it writes what lint says into the .expected files.
"""
import json
import os
import re
import shutil
import subprocess
import sys

import jsonschema
import yaml

program, source, work = sys.argv[1:4]
failures = []


def fail(name, words):
    failures.append(f"{name}: {words}")


class Yaml11(yaml.SafeLoader):
    """Dates stay text: JSON has none."""


Yaml11.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in rows if tag != "tag:yaml.org,2002:timestamp"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Yaml12(yaml.SafeLoader):
    """The core schema of YAML 1.2: yes is text, 010 is ten."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, make in (
    ("null", r"~|null|Null|NULL|", lambda text: None),
    ("bool", r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
     lambda text: int(text, 0 if text[:2] in ("0o", "0x") else 10)),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
):
    name = "tag:yaml.org,2002:" + tag
    Yaml12.add_implicit_resolver(name, re.compile(f"^(?:{pattern})$"), None)
    Yaml12.add_constructor(name, lambda loader, node, make=make: make(node.value))


def run(*words):
    return subprocess.run([program, *words], capture_output=True, encoding="utf-8", check=False)


def validator(*options):
    schema = json.loads(run("schema", *options).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


# The kinds of files, each by the field that names it, with its schema.
validators = {
    "lesson": validator(),
    "course": validator("--course"),
    "glossary": validator("--glossary"),
    "directory": validator("--directory"),
}


def with_text_keys(value):
    if isinstance(value, dict):
        return {str(key): with_text_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text_keys(item) for item in value]
    return value


def schema_problems(path, loader, kind):
    try:
        with open(path, encoding="utf-8") as file:
            value = with_text_keys(yaml.load(file, loader))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return [str(error)]
    found = validators[kind].iter_errors(value)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in found]


def lint_problems(path, kind):
    """What lint says of this file; a course is linted with lessons that are fine."""
    if kind == "course":
        copy = os.path.join(work, "course")
        shutil.rmtree(copy, ignore_errors=True)
        os.makedirs(os.path.join(copy, "m"))
        shutil.copy(path, os.path.join(copy, "course.yaml"))
        for lesson in "ab":
            with open(os.path.join(copy, "m", lesson + ".yaml"), "w", encoding="utf-8") as file:
                file.write(f"lesson: {lesson}\ntitle: A\nminutes: 1\nsteps:\n  - read: A page.\n")
        path = os.path.join(copy, "course.yaml")
    prefix = path + ":"
    return [line[len(prefix):] for line in run("lint", path).stdout.splitlines()
            if line.startswith(prefix) and ": error: " in line]


def read_differences():
    rows = {}
    with open(os.path.join(source, "tests/schema/differences"), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                words = line.split(None, 2)
                if len(words) < 3:
                    fail(f"tests/schema/differences:{number}", "must be FILE WHO REASON")
                elif words[0] in rows:
                    fail(f"tests/schema/differences:{number}", f"lists {words[0]} twice")
                else:
                    rows[words[0]] = words[1]
    return rows


differences = read_differences()
seen = set()
tried = {"mistake": 0, "good": 0}
tried_kinds = dict.fromkeys(validators, 0)


def who_alone(lint, by_version):
    """"lint" or "schema"; "lint-as-1.1" where that is so of one version of YAML only; or ""."""
    alone = {version: "lint" if lint else "schema"
             for version, schema in by_version.items() if bool(lint) != bool(schema)}
    if len(alone) == len(by_version):
        return next(iter(alone.values()))
    return "".join(f"{who}-as-{version}" for version, who in alone.items())


def check(name, path, kind):
    seen.add(name)
    lint = lint_problems(path, kind)
    by_version = {version: schema_problems(path, loader, kind)
                  for version, loader in (("1.1", Yaml11), ("1.2", Yaml12))}
    schema = by_version["1.1"] or by_version["1.2"]
    who = who_alone(lint, by_version)
    if who and differences.get(name) != who:
        fail(name, f"only {who} refuses it: {(lint or schema)[0]} "
                   f"(mend it, or list it as \"{name} {who} REASON\" in tests/schema/differences)")
    if not who and name in differences:
        fail(name, "is listed as a difference, but both say the same: take it from the list")
    tried["mistake" if lint or schema else "good"] += 1
    tried_kinds[kind] += 1
    return lint


def files_below(folder):
    for path, _, names in sorted(os.walk(os.path.join(source, folder))):
        for name in sorted(names):
            if name.endswith(".yaml"):
                yield os.path.relpath(os.path.join(path, name), source)


def kind_of(name):
    """A course by its name, others by the field that names them; None: a file of no kind."""
    if os.path.basename(name) == "course.yaml":
        return "course"
    with open(os.path.join(source, name), encoding="utf-8", errors="replace") as file:
        found = re.search(r"^(lesson|glossary|directory):", file.read(), re.M)
    return found and found[1]


def check_expected(name, lint):
    """What lint must say stands in NAME.expected, beside the file."""
    path = os.path.join(source, name[:-5] + ".expected")
    if os.environ.get("CONECTA_UPDATE_SCHEMA") == "1":
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lint)
    with open(path, encoding="utf-8") as file:
        expected = file.read().splitlines()
    if expected != lint:
        fail(name, f"lint says {lint} instead of {expected}")


# The mistakes made for this test.
for folder, kind in (("tests/schema/lessons", "lesson"), ("tests/schema/courses", "course"),
                     ("tests/schema/glossaries", "glossary"),
                     ("tests/schema/directories", "directory")):
    for name in files_below(folder):
        check_expected(name, check(name, os.path.join(source, name), kind))

# The course that is installed, and the courses of other tests.
folders = ["lessons"] + sorted(
    os.path.relpath(path, source)
    for path, _, names in os.walk(os.path.join(source, "tests"))
    if "course.yaml" in names and "/lint" not in path)
for folder in folders:
    for name in files_below(folder):
        if kind_of(name):
            lint = check(name, os.path.join(source, name), kind_of(name))
            if lint and folder == "lessons":
                fail(name, f"is installed, and lint refuses it: {lint[0]}")

# Every mistake that lint has a test for.
for name in files_below("tests/lint"):
    if kind_of(name):
        check(name, os.path.join(source, name), kind_of(name))

for name in sorted(set(differences) - seen):
    fail(name, "is listed as a difference, but there is no such file")

for line in failures:
    print("FAILED", line)
print(f"{tried['good']} good files and {tried['mistake']} mistakes, "
      f"{len(differences)} differences listed, {len(failures)} failures")
if tried["mistake"] < 30 or tried["good"] < 6 or min(tried_kinds.values()) < 15:
    print("FAILED: too few files were found")
    sys.exit(1)
sys.exit(1 if failures else 0)
