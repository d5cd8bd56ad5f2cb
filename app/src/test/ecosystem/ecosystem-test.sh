#!/usr/bin/env bash
# What mclnn writes is read by the programs it is written for, with all digits, and what they write by mclnn.
#
#   ecosystem-test.sh [FOLDER]   the environment for Python goes into FOLDER and is kept; else into one that is removed
set -euo pipefail

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -P -- "$here/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
environment=${1:-$work/python}

if [ ! -x "$environment/bin/python" ] || ! cmp -s "$here/requirements.txt" "$environment/made-of"; then
    python3 -m venv --clear "$environment"
    "$environment/bin/pip" install -q -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$environment/made-of"
fi

cd "$work"
box='Lattice="5 0 0 1 4.5 0 0 0 6" pbc="T T T"'
awk -v box="$box" 'BEGIN {
    srand(3)
    for (k = 0; k < 4; k++) {
        print "3"
        print box " Properties=species:S:1:pos:R:3:velo:R:3:masses:R:1 Time=" k * 0.1 " unwrapped=T steps_per_frame=5"
        for (i = 0; i < 3; i++) printf "%s %.17g %.17g %.17g %.17g %.17g %.17g %d\n", (i ? "He" : "Ar"), \
            10 * rand() - 3, 10 * rand(), rand() / 3, rand(), -rand(), rand() / 7, i + 1
    }
}' >box.xyz
"$root/mclnn" generate gravity --frames 30 -q -o open.xyz
"$root/mclnn" generate linear --frames 30 --noise 0.01 --drop 0.2 -q -o gaps.csv
"$root/mclnn" generate linear --frames 30 --noise 0.01 --drop 0.2 -q -o gaps.trackpy.csv
for run in box open; do
    for format in csv npz h5 xyz; do
        "$root/mclnn" convert "$run.xyz" -q -o "$run-again.$format"
    done
done
for format in npz h5; do
    "$root/mclnn" convert gaps.csv -q -o "gaps-again.$format"
done
"$environment/bin/python" "$here/read_back.py"
for file in by-ase.xyz by-numpy.npz by-h5py.h5 by-pandas.csv by-mdanalysis.h5md; do
    "$root/mclnn" convert "$file" -q -o "$file.csv"
done
"$environment/bin/python" "$here/read_back.py" --ours
