#!/usr/bin/env bash
# Tests the launcher in folders of its own, with a java and an mvn that only say what they were asked to do.
set -u

launcher=$(cd -P -- "${BASH_SOURCE[0]%/*}/../../../.." && pwd)/mclnn
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
failed=0
passed=0

# A checkout with spaces in its path and an empty world around it: no java, no mvn, nothing in the usual places.
scene() {
    chmod -R u+w "$work"
    rm -rf "${work:?}"/*
    home="$work/a home"
    root="$work/some where/mclnn checkout"
    mkdir -p "$home" "$work/bin" "$work/jvm" "$root/core/src/main/java" "$root/app/src/main/java"
    sed -e "s|/usr/lib/jvm/|\"$work\"/jvm/|; s|/opt/|\"$work\"/opt/|; s|/Library/|\"$work\"/Library/|" "$launcher" >"$root/mclnn"
    chmod +x "$root/mclnn"
    local tool
    for tool in bash env readlink find sort cat grep sed tail head touch mv rm mkdir sleep stty flock; do
        ln -s "$(command -v "$tool")" "$work/bin/$tool" 2>/dev/null
    done
    : >"$root/pom.xml"
    : >"$root/core/pom.xml"
    : >"$root/app/pom.xml"
    : >"$root/core/src/main/java/A.java"
    : >"$root/app/src/main/java/B.java"
}

# jdk VERSION [jre] [silent]: in the usual place; without a compiler; without a release file
jdk() {
    local dir="$work/jvm/java $1"
    mkdir -p "$dir/bin"
    cat >"$dir/bin/java" <<EOF
#!/usr/bin/env bash
if [ "\$1" = -version ]; then echo 'openjdk version "$1" 2025-01-01' >&2; exit; fi
echo "java $1"
for a in "\$@"; do
    printf '[%s]\n' "\$a"
    case \$a in -XX:ArchiveClassesAtExit=*) if [ -n "\${FAKE_ARCHIVE:-}" ]; then echo x >"\${a#*=}"; fi ;; esac
done
exit \${FAKE_EXIT:-0}
EOF
    chmod +x "$dir/bin/java"
    case " $* " in *' silent '*) ;; *) printf 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\n' "$1" >"$dir/release" ;; esac
    case " $* " in *' jre '*) ;; *) cp "$dir/bin/java" "$dir/bin/javac" ;; esac
}

maven() { # maven [LINE-THAT-IT-FAILS-WITH]
    cat >"$work/bin/mvn" <<EOF
#!/usr/bin/env bash
echo "\$JAVA_HOME | \$PWD | \$*" >>"$work/builds"
sleep \${FAKE_SLOW:-0}
if [ -n "${1:-}" ]; then echo "[ERROR] ${1:-}"; exit 1; fi
: >app/target/mclnn.jar
EOF
    chmod +x "$work/bin/mvn"
}

launch() { # launch ARGS: sets out, err, code
    out=$(cd "$work" && env -i PATH="$work/bin" HOME="$home" LANG=C "${world[@]+"${world[@]}"}" "${path:-$root/mclnn}" "$@" 2>"$work/err")
    code=$?
    err=$(cat "$work/err")
}

builds() { if [ -f "$work/builds" ]; then grep -c . "$work/builds"; else echo 0; fi; }

check() { # check WHAT TEST...
    local what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n   code %s\n   out  %s\n   err  %s\n' "$what" "$code" "$out" "$err" >&2
    fi
}

has() { case $1 in *"$2"*) return 0 ;; *) return 1 ;; esac; }

world=()
scene; jdk 17.0.1; maven
launch train 'my data.csv' '' 'a"b' '*'
check 'the first launch builds' [ "$(builds)" = 1 ]
check 'it says what it does, a line each' [ "$err" = 'mclnn: building once with JDK 17.0.1 (about a minute) ...
mclnn: preparing quick starts with Java 17.0.1 (once, a few seconds) ...' ]
check 'the build runs in the root, quick and without tests' \
    has "$(cat "$work/builds")" "$work/jvm/java 17.0.1 | $root | -q -B -Dquick -Dmaven.test.skip=true package"
check 'arguments arrive as they are' has "$out" $'mclnn.jar]\n[train]\n[my data.csv]\n[]\n[a"b]\n[*]'
launch --version
check 'the second launch does not build' [ "$(builds)" = 1 ]
check 'and is silent' [ -z "$err" ]
check 'no terminal is told' has "$out" '[-Dmclnn.tty=none]'

check 'a Java that makes no archive runs without' eval '! has "$out" SharedArchiveFile'
check 'and is asked once' [ -f "$root/app/target/mclnn-java-17.0.1.jsa" ]
rm "$root/app/target/mclnn-java-17.0.1.jsa"
world=(FAKE_ARCHIVE=yes)
launch --version
check 'an archive is made' [ -s "$root/app/target/mclnn-java-17.0.1.jsa" ]
launch --version
check 'and used' has "$out" "[-XX:SharedArchiveFile=$root/app/target/mclnn-java-17.0.1.jsa]"
check 'in silence' [ -z "$err" ]
touch -t 200001010000 "$root/app/target/mclnn-java-17.0.1.jsa"
launch --version
check 'until there is a newer program' has "$err" 'preparing quick starts'
check 'it leaves nothing else behind' [ "$(cd "$root/app/target" && echo mclnn-java*)" = mclnn-java-17.0.1.jsa ]
world=()

check 'no vectors are asked of a Java that has none' eval '! has "$out" add-modules'
printf 'MODULES="java.base jdk.incubator.vector"\n' >>"$work/jvm/java 17.0.1/release"
launch --version
check 'vectors are asked of a Java that has them' has "$out" $'[--add-modules]\n[jdk.incubator.vector]'

world=(FAKE_EXIT=65)
launch
check 'the exit code of the program comes through' [ "$code" = 65 ]
world=(MCLNN_JAVA_OPTS='-Xmx8g -XX:+UseParallelGC')
launch
check 'more JVM flags are passed' has "$out" $'[-Xmx8g]\n[-XX:+UseParallelGC]'
check 'and the collector among them is the only one' eval '! has "$out" SerialGC'
world=()

touch -t 200001010000 "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main/java/*
touch -t 200101010000 "$root/app/target/mclnn.jar"
launch
check 'older sources need no build' [ "$(builds)" = 1 ]
touch -t 200201010000 "$root/core/src/main/java/A.java"
launch
check 'a newer source is built' [ "$(builds)" = 2 ]
touch -t 200201010000 "$root/app/pom.xml"
touch -t 200101010000 "$root/app/target/mclnn.jar"
launch
check 'a newer pom is built' [ "$(builds)" = 3 ]
rm "$root/core/src/main/java/A.java"
launch
check 'a deleted source is noticed' [ "$(builds)" = 4 ]
launch
check 'once' [ "$(builds)" = 4 ]
touch "$root/app/target/mclnn-build.started"
launch
check 'an interrupted build is done again' [ "$(builds)" = 5 ]

ln -s "some where/mclnn checkout/mclnn" "$work/relative link"
ln -s "$work/relative link" "$work/bin/mclnn"
path=mclnn launch hello
check 'through two links and the PATH' has "$out" '[hello]'
path='./some where/mclnn checkout/mclnn' launch hello
check 'by a relative path' has "$out" "[$root/app/target/mclnn.jar]"

chmod -R a-w "$root"
launch
check 'a read-only checkout runs' has "$out" 'java 17.0.1'
check 'silently' [ -z "$err" ]
chmod -R u+w "$root"

scene; jdk 11.0.2; jdk 17.0.9; jdk 17.0.10; maven
launch
check 'the newest Java by number, not by letter' has "$out" 'java 17.0.10'
jdk 25.0.3 silent
launch
check 'without a release file Java is asked' has "$out" 'java 25.0.3'
world=(JAVA_HOME="$work/jvm/java 17.0.9")
launch
check 'the newest, even if JAVA_HOME names another' has "$out" 'java 25.0.3'
world=(MCLNN_JAVA_HOME="$work/jvm/java 17.0.9")
launch
check 'MCLNN_JAVA_HOME decides' has "$out" 'java 17.0.9'
world=(MCLNN_JAVA_HOME="$work/jvm/java 11.0.2")
launch
check 'but not for an old one' [ "$code" = 69 ]
check 'which is named' has "$err" '11.0.2 in'
world=()
jdk 27-ea jre
rm "$root/app/target/mclnn.jar"
launch
check 'a JRE runs the program' has "$out" 'java 27-ea'
check 'and a JDK builds it' has "$err" 'JDK 25.0.3'

scene; maven
launch
check 'without Java: 69' [ "$code" = 69 ]
check 'and how to get it' has "$err" 'adoptium.net'
jdk 1.8.0_392
launch
check 'Java 8 is old' has "$err" 'only an old Java (1.8.0_392'
jdk 21.0.1 jre
launch
check 'a JRE cannot build' has "$err" 'without a compiler (21.0.1'

scene; jdk 17.0.1
launch
check 'without Maven: 69' [ "$code" = 69 ]
check 'and how to get it' has "$err" 'apt install maven'

maven 'Could not transfer artifact org.example:x:jar:1'
launch
check 'a failed build: 69' [ "$code" = 69 ]
check 'its last lines are shown' has "$err" 'org.example:x:jar:1'
check 'and where the log is' has "$err" "$root/app/target/mclnn-build.log"
check 'and what to do' has "$err" 'connect to the network'
maven 'COMPILATION ERROR :'
launch
check 'sources that do not compile' has "$err" 'git status'

for lock in flock mkdir; do
    scene; jdk 17.0.1; maven
    [ $lock = mkdir ] && rm -f "$work/bin/flock"
    world=(FAKE_SLOW=1)
    launch one &
    launch two &
    wait
    check "two launches build once ($lock)" [ "$(builds)" = 1 ]
    launch
    check "and leave no lock ($lock)" [ "$code$err" = 0 ]
    world=()
done
rm "$root/app/target/mclnn.jar"
mkdir "$root/app/target/mclnn-build.lock"
echo 99999999 >"$root/app/target/mclnn-build.lock/owner"
launch
check 'the lock of a dead build is taken over' [ "$(builds)" = 2 ]

printf 'launcher: %d checks passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
