"""What is on this machine: JDKs, the build, an environment for Python, and the words that describe it."""

import datetime
import glob
import hashlib
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
BENCH_JAR = str(BENCH / "target/bench.jar")
ENVIRONMENT = BENCH / ".venv"
WANTED = (17, 25)
PLACES = ("/usr/lib/jvm/*", "/opt/*", "~/.sdkman/candidates/java/*", "~/.jdks/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home")


class Problem(Exception):
    """Ends the program with this message."""


class Jdk:
    def __init__(self, home, version):
        self.home = home
        self.version = version
        self.feature = int(version.split(".")[0])
        self.java = str(home / "bin/java")

    def flags(self):
        """As the launcher starts it."""
        return ["--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC", "-XX:-UsePerfData"]


def jdks():
    """One of each version wanted, else the newest there is; the newest is last."""
    found = {}
    for place in (os.environ.get("JAVA_HOME", ""), *PLACES):
        for home in map(Path, sorted(glob.glob(os.path.expanduser(place)))):
            release = home / "release"
            if (home / "bin/javac").exists() and release.is_file():
                version = re.search(r'^JAVA_VERSION="([\d.]+)', release.read_text(), re.MULTILINE)
                if version and int(version[1].split(".")[0]) >= WANTED[0]:
                    jdk = Jdk(home, version[1])
                    found.setdefault(jdk.feature, jdk)
    if not found:
        raise Problem(f"no JDK of version {WANTED[0]} or newer found; set JAVA_HOME to one")
    return [found[feature] for feature in WANTED if feature in found] or [found[max(found)]]


def call(what, command, **options):
    """Runs a command to its end; what it printed is shown where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, **options)
    except FileNotFoundError as e:
        raise Problem(f"{what}: there is no {e.filename} on the PATH") from e
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip().splitlines()
        raise Problem("\n".join([f"{what} failed ({' '.join(map(str, command))}):", *said[-15:]]))
    return done.stdout


def build(jdk):
    print(f"building with JDK {jdk.version} ...", file=sys.stderr)
    modules = ["-pl", "bench", "-am", "-Pbench", "-Dquick", "-DskipTests", "package"]
    call("the build", ["mvn", "-q", "-B", *modules], cwd=ROOT, env={**os.environ, "JAVA_HOME": str(jdk.home)})
    call("the build", [ROOT / "mclnn", "--version"])


def python():
    """The interpreter of an environment of our own, made when requirements.txt has changed."""
    wanted = (BENCH / "requirements.txt").read_bytes()
    made_of = ENVIRONMENT / "made-of"
    digest = hashlib.sha256(wanted).hexdigest()
    interpreter = ENVIRONMENT / "bin/python"
    if not (made_of.is_file() and made_of.read_text() == digest):
        print("installing the peers into bench/.venv ...", file=sys.stderr)
        call("making an environment for Python", [sys.executable, "-m", "venv", "--clear", ENVIRONMENT])
        call("installing the peers", [interpreter, "-m", "pip", "install", "-q", "-r", BENCH / "requirements.txt"])
        made_of.write_text(digest)
    return str(interpreter)


def cores():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def processor():
    """Model and the widest vector instructions, where the system says."""
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or platform.machine()
    model = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    known = (("avx512f", "AVX-512"), ("avx2", "AVX2"), ("sve", "SVE"), ("asimd", "NEON"))
    flags = re.search(r"^(?:flags|Features)\s*: (.*)$", text, re.MULTILINE)
    widest = [name for flag, name in known if flags and flag in flags[1].split()]
    return ", ".join([model[1].strip() if model else platform.machine(), *widest[:1]])


def describe(sides, load):
    system = platform.system()
    try:
        release = Path("/etc/os-release").read_text()
        system = re.search(r'^PRETTY_NAME="?([^"\n]*)', release, re.MULTILINE)[1] + f", {system} {platform.release().split('-')[0]}"
    except (OSError, TypeError):
        system += " " + platform.release()
    return {
        "processor": processor(),
        "cores": cores(),
        "system": system,
        "load": load,
        "date": datetime.date.today().isoformat(),
        "about": {side: sides.ask(side, "about") for side in sides.names},
    }
