#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every link of a guide leads to a file that is there, and to a heading of it.
set -eu

cd "$CONECTA_SOURCE"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# anchors FILE: what the headings of a page are called in links.
anchors() {
    awk '/^```/ { code = !code }
        !code && /^#+ / {
            sub(/^#+ /, "")
            $0 = tolower($0)
            gsub(/[^-_a-z0-9 ]/, "")
            gsub(/ /, "-")
            print
        }' "$1"
}

# links FILE: the links of a page, but for those into the web.
links() {
    awk '/^```/ { code = !code }
        !code {
            while (match($0, /\]\([^ )]*\)/)) {
                print substr($0, RSTART + 2, RLENGTH - 3)
                $0 = substr($0, RSTART + RLENGTH)
            }
        }' "$1" | grep -v '^[a-z]*:' || :
}

count=0
failed=0
for page in *.md docs/*.md tests/*/*.md bench/*.md; do
    [ -e "$page" ] || continue
    for link in $(links "$page"); do
        count=$((count + 1))
        case $link in
        '#'*) file=$page ;;
        *) file=$(dirname "$page")/${link%%#*} ;;
        esac
        if [ ! -e "$file" ]; then
            echo "$page: there is no $link"
            failed=1
        elif [ "${link#*#}" != "$link" ] && ! anchors "$file" | grep -qxF -e "${link#*#}"; then
            echo "$page: $file has no heading for #${link#*#}"
            failed=1
        fi
    done
done
# A search that finds nothing would find no mistake, either.
[ "$count" -ge 50 ] || {
    echo "only $count links were found"
    failed=1
}
exit $failed
