#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Proves the rules: builds a tiny house that keeps them all, then breaks one at
# a time and expects the right rule to fail, with the right words.
set -eu

rules=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$rules/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
house=$work/house
failures=0

build_house() {
    mkdir -p "$house"
    cd "$house"
    mkdir -p engine/base engine/course engine/view engine/activities engine/play \
        engine/export engine/terminal engine/store engine/report engine/commands \
        lessons/one locale/program tests/base tests/rules docs scripts bench .ci
    gpl='SPDX-License-Identifier: GPL-3.0-or-later'
    for room in base course view activities play export terminal store report commands; do
        printf '/* %s */\n#ifndef %s_A_H\n#define %s_A_H\nint %s_a(void);\n#endif\n' \
            "$gpl" $room $room $room >engine/$room/a.h
        printf '/* %s */\n#include "%s/a.h"\nint %s_a(void)\n{\n    return 1;\n}\n' \
            "$gpl" $room $room >engine/$room/a.c
    done
    printf '#include <curses.h>\n#include "play/a.h"\n' >>engine/terminal/a.c
    printf '#include "report/a.h"\n' >>engine/commands/a.c
    cat >engine/activities/choose_all.c <<END
/* $gpl */
#include "view/a.h"
const struct activity activity_choose_all = {0};
END
    cat >engine/commands/command_play.c <<END
/* $gpl */
#include "config.h"
#include "a.h"
/* TRANSLATORS: the name of the program */
static const char *title = N_("Conecta");
static const char *bye = C_("button", "Leave");
const struct command command_play = {0};
END
    printf '/* %s */\nint main(void) { return 0; }\n' "$gpl" >engine/main.c
    printf '/* %s */\nextern int activity_choose_all, command_play;\n' "$gpl" >tests/base/a_test.c
    printf '# %s\n' "$gpl" >bench/local.mk
    {
        printf '# %s\nx = \\\n' "$gpl"
        find engine -name '*.[ch]' | sed 's/$/ \\/'
        echo
    } >engine/local.mk
    printf '# %s\nx = tests/base/a_test\n' "$gpl" >tests/local.mk
    printf '# %s\nx = lessons/course.yaml \\\n lessons/one/a.yaml\n' "$gpl" >lessons/local.mk
    printf '# %s\n' "$gpl" | tee locale/local.mk docs/local.mk Makefile.am GNUmakefile \
        locale/messages.src .ci/run >/dev/null
    printf '# SPDX-License-Identifier: CC-BY-SA-4.0\nformat: 1\n' |
        tee lessons/course.yaml >lessons/one/a.yaml
    cp "$source/scripts/extract-strings" "$source/scripts/packages" scripts
    printf '# %s\nAC_INIT([Conecta], [1.0])\n' "$gpl" >configure.ac
    printf '# %s\n' "$gpl" >autogen.sh
    printf '# Lessons\n\n## `choose-all`: tick\n' >docs/lesson-format.md
    printf '## `choose-all`: several\n' >docs/authors.md
    printf 'Run `conecta play`.\n' >docs/commands.md
    printf '.\\" %s\n' "$gpl" >docs/conecta-play.1.in
    echo ru >locale/LINGUAS
    sh scripts/extract-strings . locale/program/conecta.pot
    sed -e '/Language: /s/: /: ru/' -e '/^msgid "Conecta"/{n;s/""/"Конекта"/;}' \
        -e '/^msgid "Leave"/{n;s/""/"Выйти"/;}' -e '/^#, fuzzy/d' \
        locale/program/conecta.pot >locale/program/ru.po
}

# expect RULE STATUS WORDS: what the rule says about the house as it is now.
expect() {
    status=0
    sh "$rules/$1.sh" "$house" >"$work/output" 2>&1 || status=$?
    if [ $status != "$2" ] || ! grep -qF -e "$3" "$work/output"; then
        printf 'FAIL %s: expected status %s and "%s", got status %s and:\n' "$1" "$2" "$3" $status
        sed 's/^/    /' "$work/output"
        failures=$((failures + 1))
    else
        printf 'ok   %s: %s\n' "$1" "$3"
    fi
}

# broken RULE WORDS: the same for a house that was just broken; then repaired.
broken() {
    expect "$1" 1 "$2"
    cd "$work"
    rm -rf "$house"
    cp -R "$work/model" "$house"
    cd "$house"
}

build_house
cp -R "$house" "$work/model"
have_xgettext=$(command -v xgettext || :)
have_cppcheck=$(command -v cppcheck || :)
for rule in includes listed licences documented ${have_xgettext:+translations} ${have_cppcheck:+cppcheck}; do
    expect "$rule" 0 "fine: "
done

# Each room, once towards every room it must not know.
for pair in base:course course:view view:activities activities:play play:terminal \
    play:export export:terminal view:store store:course store:report report:view base:commands \
    terminal:commands; do
    printf '#  include "%s/a.h"\n' "${pair#*:}" >>"engine/${pair%:*}/a.c"
    broken includes "${pair%:*} must not know ${pair#*:}"
done
echo '#include <curses.h>' >>engine/view/a.h
broken includes 'engine/view/a.h:6: <curses.h> outside engine/terminal/'
echo '#include <ncursesw/curses.h>' >>engine/commands/a.c
broken includes '<ncursesw/curses.h> outside'
echo '#include <term.h>' >>engine/main.c
broken includes '<term.h> outside'
echo '#include "../base/a.h"' >>engine/view/a.c
broken includes '"../base/a.h" climbs out'
echo '#include "b.h"' >>engine/view/a.c
broken includes '"b.h" without its room'
mkdir engine/attic && echo >engine/attic/a.c
broken includes 'there is no room "attic"'

cp engine/base/a.c engine/base/b.c
broken listed 'engine/base/b.c: not listed in engine/local.mk'
cp engine/base/a.h engine/base/b.h
broken listed 'engine/base/b.h: not listed'
rm engine/base/a.c
broken listed 'lists engine/base/a.c, which is not there'
cp lessons/course.yaml lessons/one/b.yaml
broken listed 'lessons/one/b.yaml: not listed in lessons/local.mk'
cp tests/base/a_test.c tests/base/b_test.c
broken listed 'tests/base/b_test: not listed in tests/local.mk'
echo 'true' >tests/base/b.sh
broken listed 'tests/base/b.sh: not listed'
echo uk >>locale/LINGUAS
broken listed 'uk has no locale/program/uk.po'
cp locale/program/ru.po locale/program/uk.po
broken listed 'locale/program/uk.po: not listed in locale/LINGUAS'

echo 'int x;' >engine/base/a.c
broken licences 'engine/base/a.c:1: no line with SPDX-License-Identifier: GPL-3.0-or-later'
sed -i.bak 's/CC-BY-SA-4.0/GPL-3.0-or-later/' lessons/one/a.yaml
broken licences 'lessons/one/a.yaml:1: no line with SPDX-License-Identifier: CC-BY-SA-4.0'
echo 'true' >tests/base/b.sh
broken licences 'tests/base/b.sh:1: no line'

printf '# Lessons\n\n## `choose`\n' >docs/lesson-format.md
broken documented 'activity choose-all has no section'
echo '## `choose`: one' >docs/authors.md
broken documented 'activity choose-all has no section in docs/authors.md'
rm docs/conecta-play.1.in
broken documented 'there is no manual page docs/conecta-play.1.in'
echo '/* activity_choose command_play */' >tests/base/a_test.c
broken documented 'activity choose-all is named in no test'
echo 'conecta player' >docs/commands.md
broken documented 'docs/commands.md does not mention conecta play'
echo '/* activity_choose_all */' >tests/base/a_test.c
broken documented 'command play is named in no test'

if [ -n "$have_xgettext" ]; then
    echo 'static const char *new = C_("button", "New");' >>engine/base/a.c
    broken translations 'not what the sources say: run make update-po'
    echo 'static const char *new = C_("button", "New");' >>engine/base/a.c
    broken translations 'untranslated: "New"'
    printf '%s\n' 'static const char *long = C_("page", "One\nTwo");' >>engine/base/a.c
    broken translations 'untranslated: "One\nTwo"'
    echo 'static const char *bare = N_("Bare");' >>engine/base/a.c
    broken translations 'engine/base/a.c:7: neither context nor TRANSLATORS: comment: "Bare"'
    sed -i.bak 's/"Выйти"/""/' locale/program/ru.po
    broken translations 'untranslated: "Leave"'
    sed -i.bak '/^msgctxt/i #, fuzzy' locale/program/ru.po
    broken translations 'only-fuzzy: "Leave"'
    sed -i.bak 's/"Выйти"/"Выйти\\n"/' locale/program/ru.po
    broken translations "do not both end with"
    echo 'msgid "broken' >>locale/program/ru.po
    broken translations 'locale/program/ru.po: '
    rm locale/program/ru.po
    broken translations 'locale/program/ru.po: missing'
else
    echo "xgettext is missing: the rule of the translations is not proved"
fi

if [ -n "$have_cppcheck" ]; then
    echo 'int twelve(void) { int x[2] = {1, 2}; return x[12]; }' >>engine/base/a.c
    broken cppcheck 'arrayIndexOutOfBounds'
fi

[ $failures = 0 ] || exit 1
