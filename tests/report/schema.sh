#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A summary as JSON is what docs/summary.schema.json says, judged by a validator that is
# not ours; see schema.py.
set -eu

python3 -c 'import jsonschema' >/dev/null 2>&1 || {
    echo "SKIPPED: summaries were not compared with their schema. This is missing:"
    sh "$CONECTA_SOURCE/scripts/packages" message jsonschema
    exit 77
}
PYTHONDONTWRITEBYTECODE=1 PYTHONWARNINGS=ignore python3 "$(dirname "$0")/schema.py" \
    "$CONECTA_SOURCE/docs/summary.schema.json" tests/report/write
