#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The schema that conecta prints, judged by a validator that is not ours; see
# both.py. Without that validator there is nothing to say.
set -eu

missing=
for key in jsonschema pyyaml; do
    case $key in pyyaml) module=yaml ;; *) module=$key ;; esac
    python3 -c "import $module" >/dev/null 2>&1 || missing="$missing $key"
done
if [ -n "$missing" ]; then
    echo "SKIPPED: the schema was not compared with lint. These are missing:"
    # shellcheck disable=SC2086 # several words are meant
    sh "$CONECTA_SOURCE/scripts/packages" message $missing
    exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1 PYTHONWARNINGS=ignore \
    python3 "$(dirname "$0")/both.py" "$CONECTA_PROGRAM" "$CONECTA_SOURCE" "$work"
