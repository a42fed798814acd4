#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks that `screen` passes what it should and, above all, fails what it should. The programs are
# lines of shell. Usage: selftest.sh [PATH-OF-SCREEN]; with RUNNER="valgrind -q --error-exitcode=9"
# the memory of `screen` is checked as well.

set -u
screen=${1:-${SCREEN:-./screen}}
case $screen in
/*) ;;
*) screen=$PWD/$screen ;;
esac
folder=$(mktemp -d) || exit 99
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 99
unset CONECTA_UPDATE_SCREENS CONECTA_TEST_SECONDS
bad=0
options=

complain() {
    echo "FAILED $1: $2"
    sed 's/^/    /' output
    bad=$((bad + 1))
}

# Runs the script on standard input; leaves its status and the file "output".
run_script() {
    cat >"$1.script"
    # shellcheck disable=SC2086
    ${RUNNER:-} "$screen" --program /bin/sh $options "$1.script" >output 2>&1
    status=$?
}

passes() {
    run_script "$1"
    [ "$status" = 0 ] || complain "$1" "status $status instead of 0"
    grep -q "^ok $1\$" output || complain "$1" "no line says ok"
}

# fails NAME LINE TEXT: the script fails with status 1 in that line, and the output has TEXT.
fails() {
    run_script "$1"
    [ "$status" = 1 ] || complain "$1" "status $status instead of 1"
    grep -q "^FAILED $1: line $2: " output || complain "$1" "not in line $2"
    grep -qF -- "$3" output || complain "$1" "does not say: $3"
}

# The same where only the deadline ends the wait.
fails_late() {
    export CONECTA_TEST_SECONDS=1
    fails "$@"
    unset CONECTA_TEST_SECONDS
}

same_file() {
    cmp -s "$2" "$3" && return
    diff "$2" "$3" >output
    complain "$1" "$3 is not as expected"
}

# --- waiting, and the end of a program

passes wait_and_exit <<'END'
# a comment, and an empty line

size 40x5
run -c "echo hello; read x; echo bye; exit 3"
wait hello
key Enter
wait bye
exit 3
END

fails_late wait_never 2 'does not appear' <<'END'
run -c "echo hello; read x"
wait good morning
END

passes gone <<'END'
run -c "echo hello; read x; printf '\033[2J'; read x"
wait hello
key Enter
gone hello
END

fails_late gone_never 3 'does not go' <<'END'
run -c "echo hello; read x"
wait hello
gone hello
END

# A minute is allowed; that a program has died must be noticed long before.
export CONECTA_TEST_SECONDS=60
begin=$(date +%s)
fails dies 2 'ended with exit status 7' <<'END'
run -c "echo hello; exit 7"
wait good morning
END
grep -q '  hello' output || complain dies "does not show the last screen"
fails dies_by_signal 2 'killed by signal KILL' <<'END'
run -c 'echo hello; kill -KILL $$'
wait good morning
END
fails dies_before_key 3 'nobody is there' <<'END'
run -c "echo hello"
exit 0
key q
END
: >drawn.txt
fails dies_before_screen 2 'ended with exit status 2' <<'END'
run -c "exit 2"
screen drawn
END
options='--program /nonexistent/program'
fails not_found 2 'exit status 127' <<'END'
run
wait hello
END
options=
grep -q 'cannot run /nonexistent/program' output || complain not_found "does not say why"
[ $(($(date +%s) - begin)) -lt 40 ] || complain dies "waited for a program that was dead"
unset CONECTA_TEST_SECONDS

fails exit_other 2 'ended with exit status 4' <<'END'
run -c "exit 4"
exit 3
END

fails_late exit_never 2 'the program does not end' <<'END'
run -c "read x"
exit 0
END

fails exit_killed 4 'killed by signal TERM' <<'END'
run -c "echo up; read x"
wait up
signal TERM
exit 0
END

passes killed <<'END'
run -c "echo up; read x"
wait up
signal TERM
killed TERM
END

passes signal_caught <<'END'
run -c "trap 'echo caught; exit 5' HUP; echo up; read x"
wait up
signal HUP
exit 5
wait caught
END

passes run_again <<'END'
run -c 'echo one >"$HOME/file"'
exit 0
run -c 'cat "$HOME/file"; echo two; read x'
wait one
wait two
lacks three
END

fails run_twice 2 'still runs' <<'END'
run -c "read x"
run -c "read x"
END

# Whatever runs at the end of a script is killed, and HOME is removed.
passes left_running <<END
run -c "trap '' TERM HUP; sleep 1000 & echo \$! >$folder/pid; echo \$HOME >$folder/home; echo up; read x"
wait up
END
for i in 1 2 3 4 5 6 7 8 9 10; do
    grep -qs '^[0-9]* ([^)]*) [^Z]' "/proc/$(cat pid)/stat" || break
    [ "$i" -lt 10 ] || complain left_running "a process is left"
    sleep 0.1
done
[ ! -e "$(cat home)" ] || complain left_running "HOME is left"

# --- scripts with mistakes

fails no_command 2 'no command `wiat`' <<'END'
run -c "read x"
wiat hello
END
fails no_end_of_quote 1 'without its end' <<'END'
run -c "read x
END
fails no_value 1 '$NOTHING_OF_THE_KIND has no value' <<'END'
env A=$NOTHING_OF_THE_KIND
END
fails no_key 2 'no key `Upp`' <<'END'
run -c "read x"
key Upp
END
fails no_size 1 'COLSxROWS' <<'END'
size 80,24
END
fails too_early 1 'before `run`' <<'END'
wait hello
END
"$screen" nonexistent.script >output
[ $? = 1 ] || complain nonexistent "status is not 1"
"$screen" >output 2>&1
[ $? = 2 ] || complain usage "status is not 2"

# --- environment

options='--shell-vars SRC=/some/folder OTHER=x'
passes environment <<'END'
env EMPTY= SPACE="a b" ONE=$SRC/${OTHER}y TWO='$SRC' THREE="\$SRC"
unset LANG
term vt100
run -c 'echo "[${EMPTY-unset}][$SPACE][$ONE][$TWO][$THREE][${LANG-unset}][$TERM]"; read x'
wait [][a b][/some/folder/xy][$SRC][$SRC][unset][vt100]
END
options=
export STRAY=1 CONECTA_SELFTEST=2
passes environment_clean <<'END'
run -c 'echo "[${STRAY-unset}][$CONECTA_SELFTEST][$TERM][$LANG]$(ls -A "$HOME")."; tty; read x'
wait [unset][2][xterm-256color][C.UTF-8].
wait /dev/pts/
END
unset STRAY CONECTA_SELFTEST

# --- keys: the program prints in octal what it reads

octal='stty raw -echo; printf "$1ready\r\n"; dd bs=1 count=$2 2>/dev/null | od -An -to1; stty sane; read x'
export octal
passes keys_normal <<'END'
run -c $octal sh '' 9
wait ready
key Up Home F1
wait 033 133 101 033 133 110 033 117 120
END
passes keys_application <<'END'
run -c $octal sh '\033[?1h' 9
wait ready
key Up End BackTab
wait 033 117 101 033 117 106 033 133 132
END
passes keys_application_ended <<'END'
run -c $octal sh '\033[?1h\033[?12;1l' 3
wait ready
key Left
wait 033 133 104
END
passes keys_plain <<'END'
run -c $octal sh '' 12
wait ready
key q ? 1 # Space Tab Backspace Ctrl-X é Ctrl-@ Enter
wait 161 077 061 043 040 011 177 030 303 251 000 015
END
passes keys_console <<'END'
term linux
run -c $octal sh '' 8
wait ready
key Home F1
wait 033 133 061 176 033 133 133 101
END
passes terminal_replies <<'END'
run -c $octal sh '\033[2;5H\033[6n\033[H' 6
wait 033 133 062 073 065 122
END

passes type <<'END'
run -c 'read -r x; printf "<%s>" "$x"; read x'
type grüße  "you" $HOME \n
key Enter
wait <grüße  "you" $HOME \n>
END

# dd takes what has arrived, up to three bytes: the Esc must have been alone.
passes escape <<'END'
run -c 'stty raw -echo; echo up; for i in 1 2; do dd bs=3 count=1 2>/dev/null | od -An -to1; done; read x'
wait up
key Esc Up
wait 033 133 101
END
fails_late escape_not_read 3 'Esc was not taken' <<'END'
run -c 'stty raw -echo; echo up; sleep 60'
wait up
key Esc q
END

# A look right after a key must see what the program makes of it, however long that takes.
fails answers_late 4 'is on the screen' <<'END'
run -c 'echo up; read x; i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo secret; read x'
wait up
key Enter
lacks secret
END

# --- files

printf 'from a file\n' >source.txt
passes files <<END
write \$HOME/a one "two  words" ''
copy $folder/source.txt \$HOME/b
write \$HOME/c new
move \$HOME/c \$HOME/b2
run -c 'cat "\$HOME/a" "\$HOME/b" "\$HOME/b2"; ls "\$HOME"; read x'
wait two  words
wait from a file
wait new
lacks c
END
passes files_changed <<'END'
run -c 'while [ ! -s "$HOME/a" ]; do sleep 0.05; done; cat "$HOME/a"; read x'
write $HOME/a hello
wait hello
END
fails files_no_folder 1 'No such file' <<'END'
write $HOME/none/a hello
END
fails files_no_source 1 'No such file' <<'END'
copy $HOME/none $HOME/a
END
fails files_not_moved 1 'No such file' <<'END'
move $HOME/none $HOME/a
END
fails files_words 1 'copy FROM TO' <<'END'
copy $HOME/a
END

# --- golden screens

printf '20x4 cursor 1,3\n日本 e\314\201😀|aaaa\n\n   end\n\n' >right.txt
sed 's/end/and/' right.txt >wrong.txt
sed 's/$/  /; /^ *$/d' right.txt >trimmed.txt
sed 's/cursor.*/cursor hidden/' right.txt >cursor.txt
sed 's/e\xcc\x81/e/' right.txt >accent.txt
draw="printf '\\346\\227\\245\\346\\234\\254 e\\314\\201\\360\\237\\230\\200|a\\033[3b\\033[3;4Hend\\033[2;4H'; read x"
export draw
golden='size 20x4
run -c $draw'

printf '%s\nscreen right\n' "$golden" | passes golden
printf '%s\nscreen wrong\n' "$golden" | fails_late golden_wrong 3 '    > '
grep -q '^    >    and$' output || complain golden_wrong "does not show what was expected"
grep -q '^    >    end$' output || complain golden_wrong "does not show what came"
[ "$(grep -c '^    > ' output)" = 2 ] || complain golden_wrong "marks other lines"
printf '%s\nscreen cursor\n' "$golden" | fails_late golden_cursor 3 'cursor hidden'
printf '%s\nscreen accent\n' "$golden" | fails_late golden_accent 3 'the screen is not'
printf '%s\nscreen missing\n' "$golden" | fails golden_missing 3 'No such file'

options=--update
printf '%s\nscreen new\nattrs new\n' "$golden" | passes update
printf '%s\nscreen wrong\n' "$golden" | passes update_changed
grep -q '^wrote wrong.txt$' output || complain update_changed "says nothing"
fails update_dead 2 'nothing written' <<'END'
run -c "echo oops; exit 1"
screen dead
END
[ ! -e dead.txt ] || complain update_dead "wrote a golden file"
options=
same_file update right.txt new.txt
same_file update_changed right.txt wrong.txt
printf '%s\nscreen new\nattrs new\n' "$golden" | passes updated

cat >marks.attrs <<'END'
12x3 cursor hidden
|BbU red  rev
 bbb 444  rrr
   u
|日x +
 00  +
 EE  *
|
END
passes attributes <<'END'
size 12x3
run -c "printf '\033[1mBb\033[4mU\033[m \033[34mred\033[m  \033[7mrev\033[m\r\n\033[30;44m日\033[mx \033[38;5;200;48;5;99m+\033[m\033[?25l'; read x"
attrs marks
END

printf '10x2 cursor 0,1\nx\n\n' >shown.txt
passes cursor_shown_with_blinking <<'END'
size 10x2
run -c "printf '\033[?25lx\033[?12;2'; sleep 0.1; printf '5h'; read x"
screen shown
END

# Half of a wide character that was printed over is blank.
printf '10x2 cursor 1,0\nX  Y|\n\n' >torn.txt
passes torn <<'END'
size 10x2
run -c "printf '日日|\033[1;1HX\033[1;4HY\r\n'; read x"
screen torn
END

printf '30x4 cursor 3,0\none\ntwo\n4 30\n\n' >resized.txt
passes resize <<'END'
size 20x6
run -c "trap 'printf \"\\033[H\\033[2Jone\\ntwo\\n\"; stty size' WINCH; stty size; while :; do sleep 0.1; done"
wait 6 20
resize 30x4
screen resized
END

# --- the main screen and the scrollback

passes alternate <<'END'
run -c "printf '\033[H\033[2J\033[?1049hprivate'; read x; printf '\033[?1049l'; read x"
wait private
key Enter
blank
lacks private
END
fails_late alternate_kept 2 'not shown or not blank' <<'END'
run -c "printf '\033[?1049h'; read x"
blank
END
fails_late not_blank 2 'not shown or not blank' <<'END'
run -c "printf 'x\033[?1049hy\033[?1049l'; read x"
blank
END
fails scrollback 4 'in the scrollback' <<'END'
size 20x3
run -c "echo private; echo 1; echo 2; echo 3; read x"
wait 3
lacks private
END
passes scrollback_erased <<'END'
size 20x3
run -c "echo private; echo 1; echo 2; echo 3; printf '\033[3'; sleep 0.1; printf 'Jready'; read x"
wait ready
lacks private
END
fails lacks_exited 3 'is on the screen' <<'END'
run -c "echo private"
exit 0
lacks private
END

printf 'run -c "exit 1"\nexit 1\n' >one.script
printf 'run -c "exit 1"\nexit 2\n' >two.script
"$screen" --program /bin/sh one.script two.script one.script >output
[ $? = 1 ] || complain several "status is not 1"
[ "$(tail -n 1 output)" = "2 passed, 1 failed" ] || complain several "wrong sum"

[ "$bad" = 0 ] && echo "ok selftest"
[ "$bad" = 0 ]
