"""Reads with ASE, NumPy, h5py, pandas and MDAnalysis what mclnn has written, and compares every digit; then the other way round."""

import sys
import warnings

import ase
import ase.io
import h5py
import MDAnalysis
import numpy
import pandas

warnings.filterwarnings("ignore")


def table(path):
    """{(time, particle): the numbers behind}"""
    rows = pandas.read_csv(path, comment="#", dtype={"particle": str}, float_precision="round_trip")
    axes = [c for c in ("x", "y", "z", "vx", "vy", "vz") if c in rows]
    return {(t, p): tuple(v) for t, p, v in zip(rows.t, rows.particle, rows[axes].to_numpy())}


def same(what, a, b):
    a, b = numpy.asarray(a), numpy.asarray(b)
    if a.shape != b.shape or not numpy.array_equal(a, b, equal_nan=True):
        sys.exit(f"{what}: {a.shape} and {b.shape} differ by up to {numpy.nanmax(abs(a - b)) if a.shape == b.shape else '?'}")
    print(f"{what}: {a.size} numbers, the same")


def stacked(rows, times, names, first, last):
    return numpy.array([[rows[t, n][first:last] for n in names] for t in times])


def theirs():
    for run in ("box", "open"):
        source = ase.io.read(f"{run}.xyz", index=":")
        positions = numpy.array([a.positions for a in source])
        velocities = numpy.array([a.arrays["velo"] for a in source])
        times = numpy.array([a.info["Time"] for a in source])
        masses = source[0].arrays["masses"]
        cell = numpy.array(source[0].cell)

        again = ase.io.read(f"{run}-again.xyz", index=":")
        same(f"{run}: ASE, positions", [a.positions for a in again], positions)
        same(f"{run}: ASE, velocities", [a.arrays["velo"] for a in again], velocities)
        same(f"{run}: ASE, cell", again[0].cell, cell)

        with numpy.load(f"{run}-again.npz", allow_pickle=False) as arrays:
            same(f"{run}: NumPy, positions", arrays["positions"], positions)
            same(f"{run}: NumPy, velocities", arrays["velocities"], velocities)
            same(f"{run}: NumPy, times", arrays["times"], times)
            same(f"{run}: NumPy, masses", arrays["masses"], masses)
            if run == "box":
                same(f"{run}: NumPy, box", arrays["box"], cell)
                assert list(arrays["species"]) == ["Ar", "He", "He"], arrays["species"]

        with h5py.File(f"{run}-again.h5") as file:
            every = file["particles/all"]
            same(f"{run}: h5py, positions", every["position/value"], positions)
            same(f"{run}: h5py, velocities", every["velocity/value"], velocities)
            same(f"{run}: h5py, times", every["position/time"], times)
            same(f"{run}: h5py, masses", every["mass"], masses)
            if run == "box":
                same(f"{run}: h5py, edges", every["box/edges/value"][-1], cell)

        universe = MDAnalysis.Universe.empty(positions.shape[1], trajectory=False)
        universe.load_new(f"{run}-again.h5", format="H5MD", convert_units=False)
        found = numpy.array([frame.positions.copy() for frame in universe.trajectory])
        same(f"{run}: MDAnalysis, positions", found, positions.astype("float32"))

        rows = table(f"{run}-again.csv")
        names = [str(i) for i in range(positions.shape[1])]
        same(f"{run}: pandas, positions", stacked(rows, times, names, 0, 3), positions)
        same(f"{run}: pandas, velocities", stacked(rows, times, names, 3, 6), velocities)

    seen = table("gaps.csv")
    with numpy.load("gaps-again.npz") as arrays, h5py.File("gaps-again.h5") as file:
        for what, array in (("NumPy", arrays["positions"]), ("h5py", file["particles/all/position/value"][:])):
            expected = [[seen.get((t, str(i)), (numpy.nan, numpy.nan)) for i in range(3)] for t in arrays["times"]]
            same(f"gaps: {what}", array, expected)
    tracks = pandas.read_csv("gaps.trackpy.csv", index_col=0, float_precision="round_trip")
    same("gaps: trackpy's columns", tracks[["x", "y"]].to_numpy(), numpy.array(list(seen.values())))

    write(positions, velocities, times)


def write(positions, velocities, times):
    """The same run as others write it."""
    frames, n, _ = positions.shape
    atoms = []
    for k in range(frames):
        a = ase.Atoms("X" * n, positions=positions[k], info={"Time": times[k]})
        a.arrays["velo"] = velocities[k]
        atoms.append(a)
    ase.io.write("by-ase.xyz", atoms, format="extxyz", columns=["symbols", "positions", "velo"])
    numpy.savez("by-numpy.npz", positions=positions, velocities=velocities, times=times)
    with h5py.File("by-h5py.h5", "w") as file:
        for name, values in (("position", positions), ("velocity", velocities)):
            element = file.create_group(f"particles/stars/{name}")
            element.create_dataset("value", data=values, chunks=(7, n, 3), compression="gzip", shuffle=True)
            element.create_dataset("time", data=times)
            element.create_dataset("step", data=numpy.arange(frames))
        box = file.create_group("particles/stars/box")
        box.attrs["dimension"] = 3
        box.attrs["boundary"] = ["none"] * 3
    rows = [
        (times[k], i, *positions[k, i], *velocities[k, i]) for i in range(n) for k in range(frames)  # particle after particle
    ]
    pandas.DataFrame(rows, columns=["t", "particle", "x", "y", "z", "vx", "vy", "vz"]).to_csv("by-pandas.csv", index=False)
    universe = MDAnalysis.Universe.empty(n, trajectory=True, velocities=True)
    universe.load_new(positions.astype("float32"), velocities=velocities.astype("float32"), dt=times[1])
    with MDAnalysis.Writer("by-mdanalysis.h5md", n, velocities=True, convert_units=False, positions=True, forces=False) as out:
        for _ in universe.trajectory:
            out.write(universe.atoms)
    numpy.savez("expected.npz", positions=positions, velocities=velocities, times=times)


def ours():
    with numpy.load("expected.npz") as arrays:
        for file, tolerance in (("by-ase.xyz", 6e-9), ("by-numpy.npz", 0), ("by-h5py.h5", 0), ("by-pandas.csv", 0), ("by-mdanalysis.h5md", 1e-6)):
            rows = table(f"{file}.csv")
            times = sorted({t for t, _ in rows})
            names = sorted({p for _, p in rows}, key=int)
            for what, first in (("positions", 0), ("velocities", 3)):
                off = abs(stacked(rows, times, names, first, first + 3) - arrays[what]).max()
                print(f"{file}: {what} at most {off:.1e} away")
                if not off <= tolerance * max(1, abs(arrays[what]).max()):  # ASE writes 8 decimals, MDAnalysis single precision
                    sys.exit(f"{file}: {what} are {off} away, more than {tolerance}")
            if not numpy.allclose(times, arrays["times"], rtol=1e-6, atol=1e-12):
                sys.exit(f"{file}: other times")


ours() if "--ours" in sys.argv else theirs()
