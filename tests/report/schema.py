# SPDX-License-Identifier: GPL-3.0-or-later
"""schema.py SCHEMA WRITE: every sample is what the schema says; no name of the schema
is without a sample; and no name of a sample can be left out, added or have another type.
"""
import copy
import json
import subprocess
import sys

import jsonschema

schema_file, program = sys.argv[1:3]
failures = []
with open(schema_file, encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)


def objects(value, path=()):
    """Every object in a value, with the names that lead to it; numbers of a list left out."""
    if isinstance(value, dict):
        yield path, value
        for name, inner in value.items():
            yield from objects(inner, path + (name,))
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner, path)


def sample(name):
    done = subprocess.run([program, "json", name], capture_output=True, check=True)
    return json.loads(done.stdout)


seen = {}
for name in ("empty", "one", "gone", "hostile", "huge", "trainer-1"):
    tree = sample(name)
    for error in list(validator.iter_errors(tree))[:5]:
        failures.append(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    for path, value in objects(tree):
        for key, inner in value.items():
            seen.setdefault(path + (key,), set()).add(type(inner).__name__)

described = {key for _, value in objects(schema) for key in value.get("properties", {})
             if isinstance(value.get("properties"), dict)}
written = {path[-1] for path in seen}
for key in sorted(described ^ written):
    failures.append(f"{key}: only in {'the schema' if key in described else 'a summary'}")

mistakes = 0
base = sample("one")
places = {path: None for path, _ in objects(base)}


def must_refuse(words, change):
    global mistakes
    mistakes += 1
    tree = copy.deepcopy(base)
    change(tree)
    if validator.is_valid(tree):
        failures.append(f"not refused: {words}")


def at(tree, wanted):
    return next(value for path, value in objects(tree) if path == wanted)


for path in places:
    words = "/".join(path) or "the summary"
    must_refuse(f"{words} with a name more", lambda tree: at(tree, path).update(more=1))
    for key in at(base, path):
        must_refuse(f"{words} without {key}", lambda tree: at(tree, path).pop(key))
        must_refuse(f"{words} with a wrong {key}",
                    lambda tree: at(tree, path).update({key: {"wrong": 1}}))

for failure in failures:
    print("FAILED", failure)
print(f"{len(written)} names, {mistakes} mistakes, {len(failures)} failures")
sys.exit(1 if failures or mistakes < 80 else 0)
