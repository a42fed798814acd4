#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All formats of a summary say the same, to the digit and in every language; see
# agree.py. Then a digit is changed in each of them, and it must be seen.
set -eu

command -v python3 >/dev/null 2>&1 || {
    echo "SKIPPED: python3 is missing"
    exit 77
}
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
here=$(dirname "$0")
write=$(pwd)/tests/report/write
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2046 # one argument for each language
python3 "$here/agree.py" "$write" en $(sed 's/#.*//' "$CONECTA_SOURCE/locale/LINGUAS")

# broken FORMAT SED: one number of a format is another.
broken() {
    cat >"$work/write" <<END
#!/bin/sh
'$write' "\$@" >'$work/out' || exit
[ "\$1 \$2" != "$1 one" ] || sed -i '$2' '$work/out'
cat '$work/out'
END
    chmod +x "$work/write"
    if python3 "$here/agree.py" "$work/write" en >"$work/said" 2>&1 ||
        ! grep -q "^FAILED one, $1" "$work/said"; then
        echo "FAILED: nobody saw $2 in $1"
        cat "$work/said"
        exit 1
    fi
}

broken csv 's/right_percent_low,30/right_percent_low,31/'
broken csv '/discrimination,0.31/d'
broken csv 's/completions,120/completions,121/'
broken text 's/likely 30% to 48%/likely 30% to 49%/'
broken text 's/^     120/     121/'
broken text 's/Gain: 0.49/Gain: 0.48/'
broken html 's/of 206/of 207/'
broken html 's/class="likely" x="30"/class="likely" x="31"/'
broken html 's/class="full good" width="35"/class="full good" width="36"/'
broken html 's,<td class="n">51</td>,<td class="n">52</td>,'
