#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every file says its licence itself, because files travel alone: a trainer
# copies a lesson, a programmer a function. Prose, translations (whose headers
# have their own form), golden files and bad input are left out.
set -eu
# shellcheck source=tests/rules/rules.sh
. "$(dirname "$0")/rules.sh"

says() {
    licence=$1
    shift
    for file; do
        [ -e "$file" ] || continue
        head -n 5 "$file" | grep -q "SPDX-License-Identifier: $licence\( \|$\)" ||
            complain "$file:1" "no line with SPDX-License-Identifier: $licence"
    done
}

# shellcheck disable=SC2046 # the house has no file names with spaces
{
    says GPL-3.0-or-later \
        $(files engine '*.c' '*.h' '*.mk') \
        $(files bench '*.c' '*.h' '*.mk' '*.sh' '*.py') \
        $(files tests '*.c' '*.h' '*.mk' '*.sh' '*.py') \
        $(files scripts '*') \
        lessons/local.mk locale/local.mk docs/local.mk locale/messages.src \
        .ci/run GNUmakefile Makefile.am configure.ac autogen.sh
    says CC-BY-SA-4.0 $(files lessons '*.yaml')
}

finish "every file says its licence"
