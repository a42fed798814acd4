# SPDX-License-Identifier: GPL-3.0-or-later
"""validate.py CONECTA COURSE: checks every lesson of a course with a JSON Schema
validator, by the schema that the program prints."""
import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

schema = json.loads(subprocess.check_output([sys.argv[1], "schema"]))
validator = jsonschema.validators.validator_for(schema)(schema)
# Every scalar of a lesson is text, as YAML's base schema has it.
loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
for lesson in sorted(pathlib.Path(sys.argv[2]).rglob("*lesson-*.yaml")):
    with open(lesson, encoding="utf-8") as file:
        validator.validate(yaml.load(file, Loader=loader))
