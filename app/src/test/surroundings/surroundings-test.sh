#!/usr/bin/env bash
# The commands of a user whose world is another one: other languages and time zones, no home, names in any script, a narrow terminal, no
# colours, nobody who reads on. The same numbers and files each time, and no word too many. Needs the program as 'mvn verify' leaves it.
set -u

root=$(cd -P -- "${BASH_SOURCE[0]%/*}/../../../.." && pwd)
mclnn=$root/mclnn
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
passed=0

check() { # check WHAT TEST...
    local what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'surroundings: FAILED: %s\n' "$what" >&2
    fi
}

tracks='Spuren 粒子 é.trackpy.csv'

# from_file_to_law NAME [VARIABLE=VALUE...]: all of it in a folder of this name; what was said and written stays there
from_file_to_law() {
    local name=$1 code=0
    shift
    mkdir -p "$work/$name" && cd "$work/$name" || exit 1
    {
        env "$@" "$mclnn" generate linear --frames 300 --noise 0.001 --drop 0.02 -o "$tracks" >made.txt &&
            env "$@" "$mclnn" check "$tracks" --fps 10 >checked.txt &&
            env "$@" "$mclnn" train "$tracks" --fps 10 --um-per-px 0.5 --form harmonic -o 'run 法' >trained.txt &&
            env "$@" "$mclnn" generate linear --frames 200 -o 'andere Bahn é.xyz' >>made.txt &&
            env "$@" "$mclnn" evaluate 'run 法' --against 'andere Bahn é.xyz' --um-per-px 0.5 >evaluated.txt &&
            env "$@" "$mclnn" convert "$tracks" --fps 10 -o all.csv >converted.txt &&
            env "$@" "$mclnn" train "$tracks" --fps nine -o never
    } 2>said.txt || code=$?
    check "$name: ended with $code, $(tail -n 1 said.txt)" [ $code = 64 ]
    rm -f 'run 法/manifest.json' # when it was made
    # seconds
    sed -i 's/done in [0-9.]* s/done/; s/[0-9.]* s$//' said.txt trained.txt 'run 法/log.txt'
    grep -v '^mclnn: \(building\|preparing\)\|setlocale' said.txt >said.new
    mv said.new said.txt
}

same() { # same NAME
    check "$1: other files or words" diff -r "$work/usual" "$work/$1"
}

from_file_to_law usual LC_ALL=C.UTF-8
for language in tr-TR ar-EG de-DE; do
    from_file_to_law "$language" MCLNN_JAVA_OPTS="-Duser.language=${language%-*} -Duser.country=${language#*-}" TZ=Asia/Kathmandu
    same "$language"
done
from_file_to_law 'a language that is not installed' LC_ALL=tr_TR.UTF-8
same 'a language that is not installed'
from_file_to_law 'no language' LC_ALL= LC_CTYPE= LANG=
same 'no language'
from_file_to_law 'no home' HOME=/proc/none XDG_CONFIG_HOME=/proc/none USER=
same 'no home'

cd "$work/usual" || exit 1

# nobody reads on
for command in "check|$tracks|--fps|10" "train|$tracks|--fps|10|--form|harmonic|-o|again" "runs" "evaluate|run 法|--against|andere Bahn é.xyz|--um-per-px|0.5" \
    "train|--help" "completion|bash" "convert|$tracks|--fps|10|--json|-o|b.csv"; do
    IFS='|' read -ra words <<<"$command"
    for reader in true 'head -n 1'; do
        "$mclnn" "${words[@]}" 2>err.txt | $reader >/dev/null
        code=${PIPESTATUS[0]}
        check "${words[*]} | $reader: ended with $code" [ "$code" = 0 ]
        check "${words[*]} | $reader: $(cat err.txt)" eval '! grep -Eqi "broken|pipe|exception|error" err.txt'
    done
done

# a terminal: seen COLUMNS [VARIABLE=VALUE...] -- WORDS: what appears on it
seen() {
    local columns=$1 world=()
    shift
    while [ "$1" != -- ]; do
        world+=("$1")
        shift
    done
    shift
    # shellcheck disable=SC2016
    env -u NO_COLOR -u COLUMNS TERM=xterm-256color LC_ALL=C.UTF-8 "${world[@]+"${world[@]}"}" \
        script -qec "stty cols $columns rows 30; $(printf '%q ' "$mclnn" "$@")" /dev/null </dev/null
}

plain() { sed 's/\x1b\[[0-9;?]*[a-zA-Z]//g' | tr '\r' '\n'; }

# widest: of lines with a drawing or a table, which a narrower terminal would tear; and of progress
widest() {
    plain | LC_ALL=C.UTF-8 grep -v '^done in' | LC_ALL=C.UTF-8 grep -P '[\x{2500}-\x{259f}\x{2800}-\x{28ff}]|ETA' | LC_ALL=C.UTF-8 wc -L
}

if command -v script >/dev/null; then
    for columns in 60 80; do
        for command in "train|$tracks|--fps|10|--layers|6,6|-o|narrow$columns" "check|$tracks|--fps|10" \
            "evaluate|run 法|--against|andere Bahn é.xyz|--um-per-px|0.5" "compare|run 法|run 法" "runs"; do
            IFS='|' read -ra words <<<"$command"
            screen=$(seen "$columns" -- "${words[@]}")
            width=$(widest <<<"$screen")
            check "${words[*]} on $columns columns: a line of $width" [ "$width" -le "$columns" ]
        done
    done
    check 'colours on a terminal' grep -q $'\x1b\\[[0-9;]*m' <<<"$(seen 80 -- check "$tracks" --fps 10)"
    check 'no colours with NO_COLOR' eval '! grep -q $'"'"'\x1b\\[[0-9;]*m'"'"' <<<"$(seen 80 NO_COLOR=1 -- check "$tracks" --fps 10)"'
else
    printf "\n!!!! THERE IS NO 'script': TERMINALS ARE NOT TESTED !!!!\n"
fi

printf 'surroundings: %d passed, %d failed\n' "$passed" "$failed"
[ $failed = 0 ]
