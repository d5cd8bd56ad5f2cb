"""The tables of README.md."""

import statistics

from machine import Problem
from rounds import EPOCHS_TO_TARGET, STYLES

BEGIN = "<!-- tables: written by bench/run -->"
END = "<!-- end of the tables -->"

ROWS = (  # (measurement, what it is, whether more is better)
    ("epoch linear", "gradient epoch, linear springs (ms)", False),
    ("epoch gravity", "gradient epoch, gravity (ms)", False),
    ("train linear", "training on linear springs to a loss of 1e-8 (s)", False),
    ("train default", "training on linear springs as by default (s)", False),
    ("network linear", "rollout of the network, 3 particles (steps/s)", True),
    ("network gravity", "rollout of the network, 4 particles (steps/s)", True),
    ("table linear", "rollout of the table, 3 particles (steps/s)", True),
    ("table gravity", "rollout of the table, 4 particles (steps/s)", True),
)


def number(x):
    """Three digits."""
    if x >= 1e6:
        return f"{x / 1e6:.3g} M"
    return f"{x:,.0f}" if x >= 100 else f"{x:.3g}"


def row(*cells):
    return "| " + " | ".join(cells) + " |\n"


def tables(measured):
    rounds = measured["rounds"]
    jdks = [side for side in rounds[0]["epoch linear"] if side not in STYLES]
    return "\n".join([head(measured, jdks), times(rounds, jdks), ratios(rounds, jdks), foot(measured)])


def head(measured, jdks):
    machine = measured["machine"]
    about = machine["about"]
    versions = ", ".join(f"JDK {about[name]['version']} ({about[name]['kernel']} kernel)" for name in jdks)
    jax = about["JAX"]
    return (
        f"{machine['date']}. {machine['processor']}; {machine['cores']} cores, all of them for either side; {machine['system']}."
        f"\nLoad before the start: {machine['load']:.1f}. {versions}. JAX {jax['jax']}, Optax {jax['optax']}, NumPy {jax['numpy']},"
        f" Python {jax['python']}.\n{len(measured['rounds'])} rounds.\n"
    )


def times(rounds, jdks):
    sides = [*STYLES, *jdks]
    text = row("median (best)", *(f"JAX {style}" for style in STYLES), *(f"mclnn, {name}" for name in jdks))
    text += row("---", *("---:" for _ in sides))
    for key, title, more in ROWS:
        cells = []
        for side in sides:
            values = [values[key][side] for values in rounds]
            best = max(values) if more else min(values)
            cells.append(f"{number(statistics.median(values))} ({number(best)})")
        text += row(title, *cells)
    return text


def ratios(rounds, jdks):
    pairs = [(style, name) for name in jdks for style in STYLES]
    text = row("times as fast, median of rounds (least .. most)", *(f"{name} / JAX {style}" for style, name in pairs))
    text += row("---", *("---:" for _ in pairs))
    for key, title, more in ROWS:
        cells = []
        for style, name in pairs:
            values = [values[key][name] / values[key][style] for values in rounds]
            if not more:
                values = [1 / value for value in values]
            cells.append(f"{number(statistics.median(values))} ({number(min(values))} .. {number(max(values))})")
        text += row(title.rsplit(" (", 1)[0], *cells)
    return text


def foot(measured):
    if not measured["trained"]:
        return (
            f"JAX was not trained: its seconds are {EPOCHS_TO_TARGET:,} epochs at the time of an epoch in the same round, without"
            " start and compilation\n(`bench/run --full` trains it).\n"
        )
    counts = " and ".join(f"{answer['epochs']:,} ({style})" for style, answer in measured["trained"].items())
    return f"JAX was trained once in each style, after the rounds: {counts} epochs, without start and compilation.\n"


def write(file, text):
    """Puts the text between the marks and leaves the rest of the file alone."""
    old = file.read_text()
    if old.count(BEGIN) != 1 or old.count(END) != 1 or old.index(BEGIN) > old.index(END):
        raise Problem(f"{file}: the tables belong between the lines\n{BEGIN}\n{END}\nand these are not there once each, in this order")
    before, rest = old.split(BEGIN)
    file.write_text(f"{before}{BEGIN}\n{text}{END}{rest.split(END)[1]}")
