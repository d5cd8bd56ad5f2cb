#!/usr/bin/env bash
# Trainings through the launcher on each JDK, on either kernel, on 1, 2, 3, 4 and 8 threads: model.json and metrics.jsonl are the same
# bytes each time. One line of model.json is left out, "jvm", which names the Java that ran; nothing else in them may differ.
#
#   determinism-test.sh [--repeats N] [JDK_HOME ...]
#
# Without --repeats each JDK takes each number of threads once, on one of the kernels; with it, all of them on both, N times.
# Without a JDK the one of the launcher.
set -u

root=$(cd -P -- "${BASH_SOURCE[0]%/*}/../../../.." && pwd)
threads=(1 2 3 4 8)
repeats=0
if [ "${1:-}" = --repeats ]; then
    [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || { echo 'determinism: --repeats needs a number' >&2; exit 64; }
    repeats=$2
    shift 2
fi
homes=("${@:-${MCLNN_JAVA_HOME:-}}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

fail() {
    printf 'determinism: FAILED: %s\n' "$*"
    [ -s err ] && tail -n 5 err
    exit 1
}

mclnn() {
    MCLNN_JAVA_HOME=$home MCLNN_JAVA_OPTS="-Dmclnn.kernel=$kernel" "$root/mclnn" "$@" 2>err
}

# once KIND OPTIONS: trains, and compares with what came out before
once() {
    local kind=$1 found
    shift
    rm -rf run
    mclnn train "$@" --threads "$n" -o run -q >/dev/null || fail "$kind, $kernel kernel, $n threads, JDK $home"
    [ "$(grep -c '"jvm"' run/model.json)" = 1 ] || fail "model.json says once which Java it was"
    found=$(grep -v '"jvm"' run/model.json | cat - run/metrics.jsonl | sha256sum)
    trainings=$((trainings + 1))
    [ -n "$first" ] || first=$found
    [ "$found" = "$first" ] || fail "$kind, $kernel kernel, $n threads, JDK $home: other bytes than the first training"
}

# same KIND OPTIONS
same() {
    local first='' trainings=0 n round odd=0 begin=$SECONDS
    for home in "${homes[@]}"; do
        if [ "$repeats" = 0 ]; then
            for n in "${threads[@]}"; do
                odd=$((1 - odd)) # with five numbers of threads, the next JDK has the other kernels
                [ $odd = 1 ] && kernel=scalar || kernel=vector
                once "$@"
            done
        else
            for ((round = 0; round < repeats; round++)); do
                for kernel in scalar vector; do
                    for n in "${threads[@]}"; do
                        once "$@"
                    done
                done
            done
        fi
    done
    printf '%-14s %4d trainings, the same bytes: %s  (%d s)\n' "$1" $trainings "${first%% *}" $((SECONDS - begin))
}

home=${homes[0]}
kernel=scalar
mclnn generate linear --frames 400 -o springs.xyz >/dev/null || fail generate
# positions alone, every seventh row of the second particle missing, each coordinate rounded to a thousandth
awk -v OFS=, 'BEGIN { print "t", "particle", "x", "y" }
    NF == 7 || NF == 8 { i = (NR - 3) % 5; if (i != 1 || ++seen % 7) print k * 0.1, i, sprintf("%.3f", $2), sprintf("%.3f", $3) }
    NF == 1 && NR > 1 { k++ }' springs.xyz >rounded.csv

same network springs.xyz --layers 4,4 --windows 10 --iterations 8
same positions rounded.csv --form spline --windows 10
if [ "$repeats" = 0 ]; then # ten seconds each
    same box "$root/examples/lj108.dump" --dt 0.002 --cutoff 2.2 --form spline --windows 4 --frames 6 --iterations 3
else
    same spline springs.xyz --form spline --windows 20
    same powers springs.xyz --form powers:0..5 --windows 20
    same noisy-network rounded.csv --layers 4,4 --windows 10 --iterations 8
fi
same batches springs.xyz --layers 4,4 --optimizer adam --batch 3 --windows 10 --iterations 50
same lbfgs springs.xyz --layers 4,4 --optimizer lbfgs --windows 10 --iterations 20
