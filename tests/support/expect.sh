# SPDX-License-Identifier: GPL-3.0-or-later
#
# For scripts that run the program: what they expect, and what they found. They set
# $work, a folder of their own, before; $failed is 1 after anything that was not so.
failed=0

# is WHAT EXPECTED FOUND
is() {
    if [ "$2" = "$3" ]; then
        echo "ok   $1"
    else
        printf 'FAIL %s: expected\n%s\nfound\n%s\n' "$1" "$2" "$3"
        failed=1
    fi
}

# has WHAT WORDS FILE
has() {
    if grep -qF -e "$2" "$3"; then
        echo "ok   $1"
    else
        printf 'FAIL %s: "%s" is not in\n' "$1" "$2"
        cat "$3"
        failed=1
    fi
}

# status COMMAND...: runs it with its output in $work/out and $work/err.
status() {
    code=0
    "$@" >"$work/out" 2>"$work/err" || code=$?
    echo $code
}
