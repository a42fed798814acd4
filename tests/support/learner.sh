# SPDX-License-Identifier: GPL-3.0-or-later
#
# For scripts that play in plain lines: a learner who keeps her place. They set
# $work, a folder of their own, and $course before.

# She finishes the shortest lesson of the test course and keeps her place; then come her lines.
keep_lines() {
    printf '%s\n' 2 1 '' '' '' 1 1 '' "$@"
}

# words_in FILE: the five words that the program showed, in one line.
words_in() {
    sed -n '/^These are your words$/,/^Keep their order/s/^[1-5]\. //p' "$1" | paste -s -d ' '
}

# page_in FILE: the last page that the program showed.
page_in() {
    awk '/^--- /{ page = "" } { page = page $0 "\n" } END { printf "%s", page }' "$1"
}
