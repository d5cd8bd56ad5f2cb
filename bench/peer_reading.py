"""ASE and pandas, as a process that answers `read FORMAT FILE` by a line of JSON, and `about`."""

import json
import sys
import time

import ase
import ase.io
import numpy
import pandas
from ase.calculators.lammps import convert


def about():
    return {"ase": ase.__version__, "pandas": pandas.__version__, "numpy": numpy.__version__}


def read(kind, file):
    began = time.perf_counter()
    if kind == "csv":
        table = pandas.read_csv(file)
        seconds = time.perf_counter() - began
        last = table[table.t == table.t.iloc[-1]]
        total = float(last[["x", "y", "z", "vx", "vy", "vz"]].to_numpy().sum())
        return {"seconds": seconds, "frames": int(table.t.nunique()), "sum": total}
    frames = ase.io.read(file, index=":", format="extxyz" if kind == "xyz" else "lammps-dump-text")
    seconds = time.perf_counter() - began
    last = frames[-1]
    # of a dump ASE takes velocities for those of LAMMPS' metal units
    velocities = last.arrays["velo"] if kind == "xyz" else convert(last.get_velocities(), "velocity", "ASE", "metal")
    return {"seconds": seconds, "frames": len(frames), "sum": float(last.positions.sum() + velocities.sum())}


for line in sys.stdin:
    word, *rest = line.split(maxsplit=2)
    print(json.dumps(about() if word == "about" else read(rest[0], rest[1].strip())), flush=True)
