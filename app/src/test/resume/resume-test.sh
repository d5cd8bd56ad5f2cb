#!/usr/bin/env bash
# Trainings stopped and killed at random moments and gone on with, checkpoints saved under kill -9, a disk that takes no more.
# Needs the program and the test classes as 'mvn verify' leaves them.
set -u

root=$(cd -P -- "${BASH_SOURCE[0]%/*}/../../../.." && pwd)
stops=7 # of each kind of training
kills=200
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
RANDOM=17

fail() {
    printf 'resume: FAILED: %s\n' "$*"
    for log in "$work"/*.err; do
        [ -s "$log" ] && tail -n 3 "$log"
    done
    exit 1
}

# A shell gives what it starts in the background no Ctrl-C; env gives it back.
signals=()
interrupt=TERM
if env --default-signal=INT true 2>/dev/null; then
    signals=(env --default-signal=INT,TERM)
    interrupt=INT
fi

millis() { printf '%s' $(($(date +%s%N) / 1000000)); }

bytes() { cat "$1/model.json" "$1/metrics.jsonl" | sha256sum; }

# stopped_at_random KIND OPTIONS: until there were so many stops, trains to the end with stops on the way
stopped_at_random() {
    local kind=$1 begin took code runs=0 done=0 killed=0 pause signal
    shift
    begin=$(millis)
    "$root/mclnn" train "$@" -o "$kind-whole" -q >/dev/null 2>"$kind.err" || fail "$kind"
    took=$(($(millis) - begin))
    while [ $done -lt $stops ]; do
        while :; do
            "${signals[@]}" "$root/mclnn" train "$@" -o "$kind" --save-every 0.05 -q >/dev/null 2>"$kind.err" &
            pause=$((took * (20 + RANDOM % 60) / 100))
            sleep "$((pause / 1000)).$(printf '%03d' $((pause % 1000)))"
            signal=$interrupt
            [ $((RANDOM % 3)) = 0 ] && signal=KILL
            kill -$signal $! 2>/dev/null
            wait $! 2>/dev/null
            code=$?
            case $code in
                0)
                    took=$((took * 3 / 4)) # the machine may be faster than it was
                    break
                    ;;
                75) done=$((done + 1)) ;;
                130 | 143) took=$((took * 5 / 4)) ;; # before the training or after it
                137) killed=$((killed + 1)) took=$((took * 5 / 4)) ;;
                *) fail "$kind ended with $code" ;;
            esac
        done
        runs=$((runs + 1))
        [ "$(bytes "$kind")" = "$(bytes "$kind-whole")" ] || fail "$kind: stopped and gone on with, it ends otherwise"
        [ ! -e "$kind.unfinished" ] || fail "$kind leaves litter"
        rm -rf "$kind"
    done
    printf '%-8s %d stops and %d kills in %d trainings: the same bytes each time\n' "$kind" $done $killed $runs
}

stopped_at_random network linear --windows 50 --target-loss 1e-20 --iterations 20
stopped_at_random spline "$root/examples/lj108.dump" --dt 0.002 --cutoff 2.2 --form spline --windows 6 --frames 8
stopped_at_random adam linear --optimizer adam --windows 20 --iterations 600

# a limit on the size of files stands for a disk that is full
endless=(train linear --optimizer adam --windows 5 --iterations 1000000 --save-every 0.05)
"${signals[@]}" "$root/mclnn" "${endless[@]}" -o full >/dev/null 2>full.err &
until [ -e full.unfinished/checkpoint.prev ]; do
    kill -0 $! 2>/dev/null || fail 'no checkpoint'
    sleep 0.1
done
kill -$interrupt $!
wait $!
[ $? = 75 ] || fail 'a training that is stopped ends with 75'
before=$(sha256sum full.unfinished/checkpoint)
(
    ulimit -f 3
    exec "$root/mclnn" "${endless[@]}" -o full >/dev/null 2>full.err
)
[ $? = 74 ] || fail 'a full disk ends with 74'
grep -q '^mclnn: .*checkpoint could not be written: .*still there$' full.err || fail 'a full disk is named'
! grep -q 'Exception' full.err || fail 'one message'
[ "$(sha256sum full.unfinished/checkpoint)" = "$before" ] || fail 'the older checkpoint stays'
[ ! -e full.unfinished/checkpoint.tmp ] || fail 'litter'
printf 'disk full: 74, the older checkpoint is there, no litter\n'

java=${MCLNN_JAVA_HOME:-${JAVA_HOME:-}}
"${java:+$java/bin/}java" -cp "$root/io/target/test-classes:$root/app/target/mclnn.jar" org.mclnn.io.Kills $kills ||
    fail 'something that was said to be saved is lost'
