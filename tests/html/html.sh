#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   html.sh
#
# Exports the lessons as HTML, writes summaries for trainers, and looks at each page in
# headless Chromium: on a screen of 360 pixels and on A4. See page.py for what a page must
# be. Then it breaks a page in each of the ways that page.py is there for, and expects to be
# told.
#
# Takes a browser, so it is "make check-html" and no part of "make check".
set -eu

unset LANGUAGE
LC_ALL=C.UTF-8
export LC_ALL

here=$CONECTA_TEST_DATA/html
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
count=0

browser=
for name in chromium chromium-browser; do
    [ -n "$browser" ] || browser=$(command -v $name || :)
done
for program in "${browser:-chromium}" pdftotext pdfinfo python3; do
    command -v "$program" >/dev/null 2>&1 && continue
    echo "$program is missing."
    sh "$CONECTA_SOURCE/scripts/packages" message chromium poppler
    exit 1
done

# export LESSON NAME [OPTION...]
export_page() {
    lesson=$1
    page=$work/$2.html
    shift 2
    "$CONECTA_PROGRAM" export --to html --out "$page" "$@" "$lesson"
}

# good NAME: the page is what it promises.
good() {
    count=$((count + 1))
    python3 "$here/page.py" "$browser" "$work/$1.html" "$work" || failed=$((failed + 1))
}

for lesson in "$CONECTA_LESSONS_DIR"/*/*.yaml; do
    name=$(basename "$lesson" .yaml)
    export_page "$lesson" "$name"
    good "$name"
done
for language in ru uk; do
    lesson=$CONECTA_TRANSLATED_DIR/lessons-$language/safety/what-counts-as-violence.yaml
    export_page "$lesson" "$language" --notes
    grep -q "<html lang=\"$language\">" "$work/$language.html" || {
        echo "FAILED: the page in $language says another language"
        failed=$((failed + 1))
    }
    good $language
done
export_page "$CONECTA_TEST_DATA/export/course/one/every-verb.yaml" every-verb
good every-verb
export_page "$CONECTA_TEST_DATA/export/course/one/every-verb.yaml" every-note --notes
good every-note
export_page "$CONECTA_TEST_DATA/screens/course/basics/everything.yaml" everything
good everything

# The figures of a trainer, in every language; see tests/report/samples.h.
for sample in empty one gone hostile; do
    for language in en $(sed 's/#.*//' "$CONECTA_SOURCE/locale/LINGUAS"); do
        ./tests/report/write html $sample "$language" >"$work/$sample-$language.html"
        grep -q "<html lang=\"$language\">" "$work/$sample-$language.html" || {
            echo "FAILED: the summary $sample in $language says another language"
            failed=$((failed + 1))
        }
        good "$sample-$language"
    done
done

# broken NAME SED WORDS: the page $base after this change, and what is said of it.
base=every-verb
broken() {
    count=$((count + 1))
    sed "$2" "$work/$base.html" >"$work/$1.html"
    cmp -s "$work/$base.html" "$work/$1.html" && {
        echo "FAILED: $1: nothing was broken"
        failed=$((failed + 1))
    }
    if python3 "$here/page.py" "$browser" "$work/$1.html" "$work" >"$work/said" 2>&1 ||
        ! grep -qF -e "$3" "$work/said"; then
        echo "FAILED: $1: was not told: $3"
        sed 's/^/    /' "$work/said"
        failed=$((failed + 1))
    fi
}

broken too-wide 's,<main>,&<p style="width:700px">wide</p>,' 'scrolls sideways'
broken cut 's,<main>,&<p style="white-space:nowrap;overflow:hidden">a line that is quite a lot longer than any phone is wide</p>,' \
    'is cut'
broken script 's,</main>,<script>document.title = 1</script>&,' 'has an element <script>'
broken handler 's,<main>,<main onclick="1">,' 'has a script in onclick='
broken image 's,</main>,<img src="http://pixel.invalid/x.png" alt="">&,' 'has an address: src='
broken asking '/Content-Security-Policy/d; s,</main>,<img src="http://pixel.invalid/x.png">&,' \
    'asks for http://pixel.invalid/x.png'
broken no-policy '/Content-Security-Policy/d' 'has no policy'
broken open-fold 's,<details>,<details open>,' 'open from the beginning'
broken no-answers '/details::details-content/d' 'is not on paper'
broken off-paper 's,</style>,@media print{li{position:relative;left:-40mm}}&,' 'is cut off on paper'
broken letter-paper 's,size:A4,size:letter,' 'the paper is'
broken nowhere 's,id="word-1",id="word-one",' 'leads to nowhere'
broken no-language 's,<html lang="en">,<html>,' 'does not say its language'
broken pale 's,--quiet:#53585f,--quiet:#999999,' 'is pale, 2.8: span.quiet'
broken pale-dark 's,--quiet:#aeb4bb,--quiet:#555555,' '(dark)'
base=one-en
broken pale-bar 's,--bar:#0b4c98,--bar:#c4c8cd,' 'is pale, '
broken drawing-without-words 's,<title>92%</title>,<title></title>,' 'has a drawing without words'
broken drawing-unnamed 's,<svg role="img",<svg,' 'no image to a screen reader'
broken drawing-of-more 's,<rect class="rest",<image href="http://pixel.invalid/x.png"/>&,' \
    'has an element <image> in a drawing'
broken table-heading 's,<th scope="row">,<th>,' 'does not say of what'
broken too-wide-table 's,<td class="n">,<td class="n" style="min-width:300px">,' 'scrolls sideways'

[ $failed = 0 ] || exit 1
echo "$count pages: as they should be"
