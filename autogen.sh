#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes ./configure and Makefile.in, which are not kept in the repository.
set -eu
cd "$(dirname "$0")"

missing=
for tool in autoconf automake pkg-config; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done
if [ -n "$missing" ]; then
    echo "autogen.sh: these are missing:" >&2
    sh scripts/packages message $missing >&2
    exit 1
fi

exec autoreconf --install
