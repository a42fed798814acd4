# SPDX-License-Identifier: GPL-3.0-or-later
#
# For scripts that look at the calls of a program, and make some of them fail. They set $work,
# a folder of their own, before. Ends the script where that cannot be done.
if ! command -v strace >/dev/null 2>&1; then
    echo "strace is missing."
    sh "$CONECTA_SOURCE/scripts/packages" message strace
    exit 1
fi
if [ "${CONECTA_SANITIZERS:-no}" = yes ]; then
    echo "skipped: AddressSanitizer cannot look for leaks in a program that is traced"
    exit 77
fi
if ! strace -o "$work/log" -e trace=none -e inject=rename:error=EIO true 2>/dev/null; then
    echo "skipped: programs cannot be traced here"
    exit 77
fi
