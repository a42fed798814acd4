#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What docs/pooling.md says, done: its files are taken out of it, a PostgreSQL server is
# started in a temporary folder, on a socket of its own and nowhere else, the summaries of
# several trainers are loaded, and what the views say is compared with sums made from the
# same files by pool.py.
#
# Takes a server, so it is "make check-pool" and no part of "make check".
set -eu

unset LANGUAGE
unset PGHOST PGPORT PGDATABASE PGUSER PGPASSWORD PGSERVICE PGOPTIONS PGSSLMODE PGHOSTADDR
LC_ALL=C.UTF-8
PYTHONDONTWRITEBYTECODE=1
export LC_ALL PYTHONDONTWRITEBYTECODE

here=$CONECTA_TEST_DATA/pool
guide=$CONECTA_SOURCE/docs/pooling.md
write=$(pwd)/tests/report/write

# Debian keeps the server out of the PATH: it may have several versions.
for folder in /usr/lib/postgresql/*/bin; do
    [ ! -x "$folder/initdb" ] || PATH=$folder:$PATH
done
for program in initdb pg_ctl psql python3; do
    command -v "$program" >/dev/null 2>&1 && continue
    echo "$program is missing."
    sh "$CONECTA_SOURCE/scripts/packages" message postgresql
    exit 1
done

# The path of a socket has at most 107 bytes.
work=$(TMPDIR=/tmp mktemp -d)
server=$work/server
mkdir "$server"

# as_owner COMMAND...: as somebody who owns the server. It refuses to be run by root.
if [ "$(id -u)" = 0 ]; then
    owner=nobody
    chmod 711 "$work"
    chown "$owner" "$server"
    as_owner() {
        (cd / && runuser -u "$owner" -- env PATH="$PATH" HOME="$server" "$@")
    }
else
    as_owner() {
        "$@"
    }
fi

stop() {
    status=$?
    trap - EXIT
    if [ -e "$server/data/postmaster.pid" ]; then
        as_owner "$(command -v pg_ctl)" stop -D "$server/data" -m immediate -w >/dev/null 2>&1 || {
            echo "FAILED: the server goes on in $server"
            exit 1
        }
    fi
    rm -rf "$work"
    exit $status
}
trap stop EXIT
trap 'exit 1' HUP INT TERM

as_owner "$(command -v initdb)" -D "$server/data" -U conecta -A trust -E UTF8 --locale=C --no-sync \
    >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
as_owner "$(command -v pg_ctl)" start -D "$server/data" -w -t 60 -l "$server/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$server' -c fsync=off" \
    >"$work/log" 2>&1 || { cat "$work/log" "$server/log"; exit 1; }
PGHOST=$server PGUSER=conecta PGDATABASE=postgres PSQLRC=/dev/null
export PGHOST PGUSER PGDATABASE PSQLRC
psql -Atqc "select split_part(version(), ' on ', 1)"
[ -z "$(psql -Atqc 'show listen_addresses')" ]

# The files of the guide, by the comment before each block.
mkdir "$work/guide"
awk -v to="$work/guide" '
    /^<!-- file / { name = $3 }
    inside && /^```$/ { inside = 0; name = "" }
    inside { print >(to "/" name) }
    name != "" && /^```[a-z]/ { inside = 1 }' "$guide"

# As the guide says.
cd "$work/guide"
for trainer in 1 2 3 4 5 6 7 8 9; do
    "$write" csv trainer-$trainer >"trainer-$trainer.csv"
done
"$write" csv gone >"o'gone.csv"
"$write" csv hostile >hostile.csv
"$write" csv empty >empty.csv
sh -eu ./load.sh >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
psql -q -v ON_ERROR_STOP=1 -f views.sql
psql -q -v ON_ERROR_STOP=1 --csv -f query.sql >"$work/query.csv"

# The views as tables, in $work.
ask() {
    for view in lesson question option gain language; do
        psql -q -v ON_ERROR_STOP=1 --csv -c "select * from ${view}_pooled" >"$work/$view.pooled"
    done
}
ask
python3 "$here/pool.py" "$work" ./*.csv

# Once more is not twice as much; and a damaged file changes nothing.
cat "$work"/*.pooled >"$work/before"
psql -q -v trainer=trainer-2 -f load.sql <trainer-2.csv
sed '3s/,[0-9]*,/,many,/' trainer-1.csv >"$work/damaged.csv"
sed 1d trainer-1.csv | cat trainer-1.csv - >"$work/twice.csv"
for file in damaged twice; do
    if psql -q -v trainer=trainer-1 -f load.sql <"$work/$file.csv" >"$work/log" 2>&1; then
        echo "FAILED: a file that is $file was taken"
        exit 1
    fi
done
ask
cat "$work"/*.pooled >"$work/after"
sort "$work/before" >"$work/before.sorted"
sort "$work/after" | diff "$work/before.sorted" -
echo "a file that comes again, or damaged, changes nothing"

# broken SED: with this change in the views, something else comes out, and it is seen.
broken() {
    sed "$1" views.sql >"$work/broken.sql"
    ! cmp -s views.sql "$work/broken.sql"
    psql -q -v ON_ERROR_STOP=1 -c 'drop view lesson_pooled, question_pooled, option_pooled,
        gain_pooled, language_pooled' -f "$work/broken.sql"
    ask
    if python3 "$here/pool.py" "$work" ./*.csv >"$work/said" 2>&1; then
        echo "FAILED: nobody saw this change of the views: $1"
        exit 1
    fi
}

broken 's/sum(value) as completions/max(value) as completions/'
broken 's/group by lesson, revision, item, rev, moment$/group by lesson, item, rev, moment, revision, trainer/'
broken 's/1\.959964/2.576/'
broken 's/having count(\*) = 2/having count(*) > 0/'
broken "s/where figure = 'taken'/where figure = 'taken_percent'/"
