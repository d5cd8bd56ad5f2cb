"""The same work in JAX, for bench/run: reads commands, one a line, and answers each by a line of JSON.

    about                          versions, cores
    check STYLE SYSTEM             loss and norm of the gradient at the golden parameters
    epoch STYLE SYSTEM N           seconds for N epochs: loss, gradient, Adam, inside one jit
    train STYLE SYSTEM LOSS        epochs and seconds of Adam from the golden parameters to a loss
    law SYSTEM FILE                takes the parameters of a model file for the rollouts
    rollout STYLE SYSTEM FRAMES    seconds for frames of ten steps from the paper's start, and where they end

Two styles. `plain` is JAX as its manual teaches it: a law of one distance, a force by jax.grad, one window, and vmap over both.
`tuned` is what we found to be fastest: windows last in every array, V' written out, steps recomputed on the way back instead of
stored. Both are float64, one jit, lax.scan, and on as many threads as XLA likes.
"""

import json
import os
import sys
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import lax

jax.config.update("jax_enable_x64", True)

DT, STRIDE, RATE = 0.01, 10, 1e-3
GOLDEN = np.load(Path(__file__).resolve().parents[1] / "core/src/test/resources/golden.npz")
THETA = [(jnp.array(GOLDEN[f"W{k}"]), jnp.array(GOLDEN[f"b{k}"])) for k in range(3)]
STARTS = {
    "linear": (
        [[0.486657678894505, 0.755041888583519, 0], [-0.681737994414464, 0.293660233197210, 0], [-0.022596327468640, -0.612645601255358, 0]],
        [[-0.182709864466916, 0.363013287999004, 0], [-0.579074922540872, -0.748157481446087, 0], [0.761784787007641, 0.385144193447218, 0]],
    ),
    "gravity": (
        [[1, 0, 0], [9, 0, 0], [11, 0, 0], [-1, 0, 0]],
        [[0, 0.05, 0], [0, -0.05, 0], [0, 0.65, 0], [0, -0.65, 0]],
    ),
}


def path(forces, q, v, frames, unroll=1):
    """Positions and velocities after each frame of STRIDE steps of velocity Verlet."""

    def step(state, _):
        q, v, a = state
        v = v + 0.5 * DT * a
        q = q + DT * v
        a = forces(q)
        return (q, v + 0.5 * DT * a, a), None

    def frame(state, _):
        state, _ = lax.scan(step, state, None, length=STRIDE, unroll=unroll)
        return state, state[:2]

    return lax.scan(frame, (q, v, forces(q)), None, length=frames)[1]


class Plain:
    """One distance, one window, and vmap."""

    @staticmethod
    def energy(theta, r):
        h = r[None]
        for weights, biases in theta[:-1]:
            z = weights @ h + biases
            h = 0.5 * (z + jnp.sqrt(z * z + 4))
        weights, biases = theta[-1]
        return (weights @ h + biases)[0]

    @classmethod
    def forces(cls, theta, particles):
        i, j = np.triu_indices(particles, 1)
        slope = jax.vmap(jax.grad(cls.energy, argnums=1), in_axes=(None, 0))

        def of(q):  # [particle, axis]
            d = q[i] - q[j]
            r = jnp.sqrt(jnp.sum(d * d, axis=-1))
            f = -(slope(theta, r) / r)[:, None] * d
            return jnp.zeros_like(q).at[i].add(f).at[j].add(-f)

        return of

    @classmethod
    def loss(cls, system):
        q = jnp.array(GOLDEN[system + "_positions"])  # [window, frame, particle, axis]
        v = jnp.array(GOLDEN[system + "_velocities"][:, 0])

        def loss(theta):
            forces = cls.forces(theta, q.shape[2])
            roll = jax.vmap(lambda q0, v0: path(forces, q0, v0, q.shape[1] - 1)[0])
            return jnp.mean(jnp.sum((roll(q[:, 0], v) - q[:, 1:]) ** 2, axis=-1))

        return loss

    @classmethod
    def rollout(cls, system, theta, frames):
        q, v = (jnp.array(x, dtype=float) for x in STARTS[system])
        run = jax.jit(lambda q, v: path(cls.forces(theta, len(q)), q, v, frames))
        return lambda: run(q, v)[0][-1]


class Tuned:
    """Arrays with the windows last, so that every operation is one long loop; nothing kept for the way back but the path."""

    @staticmethod
    def slope(theta, r, dot):  # r: [1, distance]
        weights, biases = theta[0]
        z, dz = weights * r + biases[:, None], jnp.broadcast_to(weights, (len(biases), r.shape[1]))
        for weights, biases in theta[1:]:
            root = jnp.sqrt(z * z + 4)
            h, dh = 0.5 * (z + root), (0.5 + 0.5 * z / root) * dz
            z, dz = dot(weights, h) + biases[:, None], dot(weights, dh)
        return dz

    @classmethod
    def loss(cls, system):
        q = jnp.array(GOLDEN[system + "_positions"].transpose(1, 2, 3, 0))  # [frame, particle, axis, window]
        v = jnp.array(GOLDEN[system + "_velocities"][:, 0].transpose(1, 2, 0))
        i, j = np.triu_indices(q.shape[1], 1)

        @jax.checkpoint
        def forces(theta, q):
            d = q[i] - q[j]
            r = jnp.sqrt(jnp.sum(d * d, axis=1))
            f = -(cls.slope(theta, r.reshape(1, -1), jnp.matmul).reshape(r.shape) / r)[:, None] * d
            return jnp.zeros_like(q).at[i].add(f).at[j].add(-f)

        def loss(theta):
            predicted, _ = path(lambda x: forces(theta, x), q[0], v, len(q) - 1)
            return jnp.mean(jnp.sum((predicted - q[1:]) ** 2, axis=2))

        return loss

    @classmethod
    def rollout(cls, system, theta, frames):
        q, v = (jnp.array(x, dtype=float) for x in STARTS[system])
        i, j = np.triu_indices(len(q), 1)
        ends = np.zeros((len(q), len(i), 1))  # sums instead of matrix products and scatters: XLA fuses them into one loop
        ends[i, np.arange(len(i))], ends[j, np.arange(len(i))] = 1, -1

        def fused(weights, h):
            return jnp.sum(weights[:, :, None] * h, axis=1)

        def forces(q):
            d = q[i] - q[j]
            r = jnp.sqrt(jnp.sum(d * d, axis=-1))
            f = -(cls.slope(theta, r[None], fused)[0] / r)[:, None] * d
            return jnp.sum(ends * f, axis=1)

        run = jax.jit(lambda q, v: path(forces, q, v, frames, unroll=STRIDE))
        return lambda: run(q, v)[0][-1]


STYLES = {"plain": Plain, "tuned": Tuned}


def trainer(loss, epochs):
    """Start, and a function that goes on by so many epochs of Adam inside one jit; it also gives their losses."""
    optimiser = optax.adam(RATE)

    def epoch(state, _):
        theta, moments = state
        value, gradient = jax.value_and_grad(loss)(theta)
        updates, moments = optimiser.update(gradient, moments)
        return (optax.apply_updates(theta, updates), moments), value

    return (THETA, optimiser.init(THETA)), jax.jit(lambda state: lax.scan(epoch, state, None, length=epochs))


class Peer:
    def __init__(self):
        self.compiled = {}
        self.laws = {}

    def once(self, *key, make):
        if key not in self.compiled:
            self.compiled[key] = make()
        return self.compiled[key]

    def about(self):
        return {"jax": jax.__version__, "optax": optax.__version__, "numpy": np.__version__, "python": sys.version.split()[0], "cores": os.cpu_count()}

    def check(self, style, system):
        value, gradient = jax.jit(jax.value_and_grad(STYLES[style].loss(system)))(THETA)
        return {"loss": float(value), "gradient": float(optax.global_norm(gradient))}

    def epoch(self, style, system, epochs):
        def make():
            start, run = trainer(STYLES[style].loss(system), int(epochs))
            jax.block_until_ready(run(start))
            return start, run

        start, run = self.once("epoch", style, system, epochs, make=make)
        began = time.perf_counter()
        _, losses = jax.block_until_ready(run(start))
        return {"seconds": time.perf_counter() - began, "loss": float(losses[-1])}

    def train(self, style, system, target):
        state, run = trainer(STYLES[style].loss(system), 20)
        jax.block_until_ready(run(state))
        began, epochs, loss = time.perf_counter(), 0, np.inf
        while loss > float(target):
            state, losses = jax.block_until_ready(run(state))
            losses = np.array(losses)
            loss = losses.min()
            epochs += len(losses)
        return {"seconds": time.perf_counter() - began, "epochs": epochs, "loss": float(loss)}

    def law(self, system, file):
        flat = np.array(json.loads(Path(file).read_text())["parameters"])
        theta = []
        for weights, biases in THETA:
            theta.append((jnp.array(flat[: weights.size].reshape(weights.shape)), jnp.array(flat[weights.size :][: biases.size])))
            flat = flat[weights.size + biases.size :]
        self.laws[system] = theta
        return {}

    def rollout(self, style, system, frames):
        def make():
            run = STYLES[style].rollout(system, self.laws[system], int(frames))
            jax.block_until_ready(run())
            return run

        run = self.once("rollout", style, system, frames, make=make)
        began = time.perf_counter()
        end = jax.block_until_ready(run())
        return {"seconds": time.perf_counter() - began, "steps": int(frames) * STRIDE, "end": np.array(end).ravel().tolist()}


def main():
    peer = Peer()
    for line in sys.stdin:
        command, *words = line.rstrip("\n").split(" ", 2 if line.startswith("law ") else -1)
        print(json.dumps(getattr(peer, command)(*words)), flush=True)


main()
