package org.mclnn.dynamics;

import org.mclnn.potential.TabulatedKernel;

/** The forces under a table in one sweep over the pairs: no list of pairs, no root, no division in an open box. One per thread. */
final class TabulatedForces {
    private final Pairs pairs;
    private final Lattice lattice;
    private final double x; // periods of an orthogonal box, 0 where open
    private final double y;
    private final double z;
    private final boolean periodic; // and orthogonal
    private final boolean triclinic;

    /** @param pairs whose particles, box and cut-off are meant; holds after {@link #add} what the table does not */
    TabulatedForces(Pairs pairs, Box box) {
        this.pairs = pairs;
        lattice = box.lattice();
        x = box.length(0);
        y = box.length(1);
        z = box.length(2);
        triclinic = !box.isOrthogonal();
        periodic = box.isPeriodic() && !triclinic;
    }

    /**
     * Adds the forces of all pairs within the table's range; the others, found as by {@link Pairs#update}, are left in the pairs.
     *
     * @throws DivergedException if two particles coincide or a distance is not a number
     */
    void add(TabulatedKernel table, double[] q, double[] force) {
        pairs.clear();
        int width = 3 * pairs.particles;
        for (int first = 0; first < q.length; first += width) {
            for (int i = first; i < first + width; i += 3) {
                row(table, q, i, first + width, force);
            }
        }
    }

    /** Particle i, given by its first coordinate, with all that follow up to {@code end}. */
    private void row(TabulatedKernel table, double[] q, int i, int end, double[] force) {
        double cutoffSquared = pairs.cutoffSquared;
        double qx = q[i];
        double qy = q[i + 1];
        double qz = q[i + 2];
        double fx = force[i];
        double fy = force[i + 1];
        double fz = force[i + 2];
        for (int j = i + 3; j < end; j += 3) {
            double dx = qx - q[j];
            double dy = qy - q[j + 1];
            double dz = qz - q[j + 2];
            if (periodic) {
                dx = Pairs.nearest(dx, x);
                dy = Pairs.nearest(dy, y);
                dz = Pairs.nearest(dz, z);
            } else if (triclinic) {
                double na = Math.rint(lattice.alongA(dx, dy, dz));
                double nb = Math.rint(lattice.alongB(dx, dy, dz));
                double nc = Math.rint(lattice.alongC(dx, dy, dz));
                dx -= lattice.x(na, nb, nc);
                dy -= lattice.y(na, nb, nc);
                dz -= lattice.z(na, nb, nc);
            }
            double square = dx * dx + dy * dy + dz * dz;
            if (table.covers(square) && square < cutoffSquared) {
                double s = table.forceOverDistance(square);
                fx += s * dx;
                fy += s * dy;
                fz += s * dz;
                force[j] -= s * dx;
                force[j + 1] -= s * dy;
                force[j + 2] -= s * dz;
            } else if (!(square >= cutoffSquared && square < Double.POSITIVE_INFINITY)) {
                pairs.consider(q, i, j);
            }
        }
        force[i] = fx;
        force[i + 1] = fy;
        force[i + 2] = fz;
    }
}
