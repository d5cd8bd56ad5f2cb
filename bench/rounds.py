"""Both sides as processes that stay warm; every round asks each of them in turn."""

import json
import os
import subprocess
import sys
import tempfile
import time

from machine import BENCH, BENCH_JAR, ROOT, Problem

STYLES = ("plain", "tuned")
SYSTEMS = ("linear", "gravity")
EPOCHS = {"plain": 20, "tuned": 50, "mclnn": 50}
FRAMES = 50_000  # of ten steps
TARGET = 1e-8
EPOCHS_TO_TARGET = 23_000  # of Adam from the golden parameters, measured with --full
TRAININGS = {"train linear": ["--target-loss", str(TARGET)], "train default": []}
WARM = 6.0  # seconds of each kind of work before anything counts


class Side:
    """A process that answers commands."""

    def __init__(self, name, command):
        self.name = name
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True)

    def ask(self, command):
        try:
            self.process.stdin.write(command + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            self.errors.seek(0)
            last = self.errors.read().strip().splitlines()[-15:]
            raise Problem("\n".join([f"{self.name} ended at '{command}':", *last]))
        return json.loads(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Sides:
    """JAX and, for each JDK, mclnn."""

    def __init__(self, python, jdks):
        self.jdks = {f"JDK {jdk.feature}": jdk for jdk in jdks}
        self.names = ["JAX", *self.jdks]
        self.sides = {"JAX": Side("JAX", [python, BENCH / "peer_jax.py"])}
        for name, jdk in self.jdks.items():
            self.sides[name] = Side(name, [jdk.java, *jdk.flags(), "-cp", BENCH_JAR, "org.mclnn.bench.Served"])

    def ask(self, side, command):
        return self.sides[side].ask(command)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        for side in self.sides.values():
            side.close()


def say(text):
    print(text, file=sys.stderr, flush=True)


def train(jdk, system, folder, *options):
    """The whole process, from a cold start to a saved model: seconds and what it says of itself."""
    run = folder / f"{system}-{time.monotonic_ns()}"
    command = [ROOT / "mclnn", "train", system, *options, "-o", run, "-q", "--json"]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "MCLNN_JAVA_HOME": str(jdk.home)})
    seconds = time.perf_counter() - began
    if done.returncode != 0:
        raise Problem(f"mclnn train {system} ended with {done.returncode}: {done.stderr.strip()}")
    result = json.loads(done.stdout)
    if not result["trainLoss"] <= TARGET:
        raise Problem(f"mclnn train {system} reached a loss of {result['trainLoss']}, not {TARGET}")
    return seconds, run / "model.json"


def train_laws(jdk, folder):
    say("training the laws to roll out ...")
    return {system: train(jdk, system, folder)[1] for system in SYSTEMS}


def relative(a, b):
    return abs(a / b - 1)


def check(sides, laws):
    """Whether all compute the same: loss and gradient at the golden parameters, and the end of a short rollout of the same law."""
    say("checking that all sides compute the same ...")
    for system in SYSTEMS:
        first = sides.ask("JAX", f"check plain {system}")
        others = {"JAX tuned": sides.ask("JAX", f"check tuned {system}")}
        others |= {name: sides.ask(name, f"check {system}") for name in sides.jdks}
        for name in sides.names:
            sides.ask(name, f"law {system} {laws[system]}")
        short = FRAMES // 5_000
        end = sides.ask("JAX", f"rollout plain {system} {short}")["end"]
        ends = {"JAX tuned": sides.ask("JAX", f"rollout tuned {system} {short}")["end"]}
        ends |= {name: sides.ask(name, f"rollout {system} network {short}")["end"] for name in sides.jdks}
        for name, other in others.items():
            apart = max(relative(other[what], first[what]) for what in ("loss", "gradient"))
            off = max(abs(a - b) for a, b in zip(ends[name], end))
            say(f"  {system:8} {name:10} loss {other['loss']:.15g}  gradient {other['gradient']:.15g}  ends {off:.0e} apart")
            if not (apart <= 1e-10 and off <= 1e-10):  # seen: 2e-14, 1e-13
                raise Problem(f"{name} computes something else than JAX ({system}): relative {apart:.1e}, positions {off:.1e}")
        for name in sides.jdks:
            table = sides.ask(name, f"rollout {system} table {short}")["end"]
            off = max(abs(a - b) for a, b in zip(table, end))
            if not off <= 1e-6:  # the table's error is 1e-8 of the force
                raise Problem(f"{name}: the table moves the particles {off:.1e} away from the network ({system})")


def work(sides):
    """(name of the measurement, side, how to measure it once), in the order in which they take turns."""

    def epoch(side, prefix, system, count):
        return lambda: 1e3 * sides.ask(side, f"epoch {prefix}{system} {count}")["seconds"] / count

    def rate(side, command):
        def once():
            answer = sides.ask(side, command)
            return answer["steps"] / answer["seconds"]

        return once

    for system in SYSTEMS:
        for style in STYLES:
            yield f"epoch {system}", style, epoch("JAX", f"{style} ", system, EPOCHS[style])
        for name in sides.jdks:
            yield f"epoch {system}", name, epoch(name, "", system, EPOCHS["mclnn"])
    for system in SYSTEMS:
        for style in STYLES:
            yield f"network {system}", style, rate("JAX", f"rollout {style} {system} {FRAMES}")
        for law in ("network", "table"):
            for name in sides.jdks:
                yield f"{law} {system}", name, rate(name, f"rollout {system} {law} {FRAMES}")


def measure(sides, count, folder, full):
    """{"rounds": [{measurement: {side: value}}]}: milliseconds an epoch, seconds a training, steps a second."""
    tasks = list(work(sides))
    for number, (name, side, once) in enumerate(tasks):
        say(f"warming up {number + 1}/{len(tasks)}: {name}, {side}")
        began = time.perf_counter()
        while time.perf_counter() - began < WARM:
            once()
    rounds = []
    for number in range(count):
        say(f"round {number + 1} of {count}")
        values = {}
        for name, side, once in tasks:
            values.setdefault(name, {})[side] = once()
        for kind, options in TRAININGS.items():
            values[kind] = {name: train(jdk, "linear", folder, *options)[0] for name, jdk in sides.jdks.items()}
        rounds.append(values)
    trained = {style: train_peer(sides, style) for style in STYLES} if full else {}
    for values in rounds:
        for style in STYLES:
            estimate = EPOCHS_TO_TARGET * 1e-3 * values["epoch linear"][style]
            for kind in TRAININGS:
                values[kind][style] = trained[style]["seconds"] if full else estimate
        for system in SYSTEMS:
            values[f"table {system}"] |= {style: values[f"network {system}"][style] for style in STYLES}
    return {"rounds": rounds, "trained": trained}


def train_peer(sides, style):
    say(f"training JAX ({style}) to {TARGET} ...")
    answer = sides.ask("JAX", f"train {style} linear {TARGET}")
    say(f"  {answer}")
    return answer
