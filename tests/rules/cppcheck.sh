#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cppcheck finds what compilers do not warn about. An exception is written next
# to the line it is for, with its reason: // cppcheck-suppress id ; why
set -eu
# shellcheck source=tests/rules/rules.sh
. "$(dirname "$0")/rules.sh"
need cppcheck

# It cannot read a cast to __typeof__(...), which memory_need() makes of every
# allocation; a pointer of no type says the same to it.
cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 \
    --enable=warning,performance,portability \
    --template='{file}:{line}: {severity}: {message} [{id}]' \
    -j "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)" \
    '-D__typeof__(value)=void *' -D_GNU_SOURCE -DHAVE_CONFIG_H -I engine engine || problems=1

finish "cppcheck"
