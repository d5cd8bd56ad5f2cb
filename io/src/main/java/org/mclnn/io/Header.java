package org.mclnn.io;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/**
 * What a trajectory file tells about its particles besides their motion.
 *
 * @param labels names of the particles, all different
 * @param species kind of each particle, X if there are no kinds
 * @param masses empty if not known
 * @param dimensions 1, 2 or 3: how many coordinates the data have; the others are 0
 * @param stepsPerFrame integrator steps between frames, 0 if not known
 * @param units of all numbers
 */
public record Header(
        List<String> labels,
        List<String> species,
        List<Double> masses,
        Box box,
        int dimensions,
        int stepsPerFrame,
        Units units) {
    /** @throws IllegalArgumentException if the lists differ in length, a label is blank or used twice, or a number is out of range */
    public Header {
        labels = List.copyOf(labels);
        species = List.copyOf(species);
        masses = List.copyOf(masses);
        if (species.size() != labels.size() || (!masses.isEmpty() && masses.size() != labels.size())) {
            throw new IllegalArgumentException(labels.size() + " labels, " + species.size() + " species and "
                    + masses.size() + " masses: give each particle one of each, or no masses");
        }
        var seen = new HashSet<String>();
        for (var label : labels) {
            if (label.isBlank() || !seen.add(label)) {
                throw new IllegalArgumentException("label '" + label + "' is blank or used twice");
            }
        }
        if (dimensions < 1 || dimensions > 3 || stepsPerFrame < 0) {
            throw new IllegalArgumentException("dimensions must be 1, 2 or 3 and steps per frame at least 0, were "
                    + dimensions + " and " + stepsPerFrame);
        }
    }

    /** The header that a trajectory is written with. */
    public static Header of(Trajectory trajectory) {
        return new Header(
                trajectory.labels(),
                trajectory.species(),
                DoubleStream.of(trajectory.masses()).boxed().toList(),
                trajectory.box(),
                trajectory.dimensions(),
                trajectory.stepsPerFrame(),
                trajectory.units());
    }

    /** The header of a run of a system: particles 0, 1, 2 ... of species X. */
    public static Header of(ParticleSystem system, int dimensions, int stepsPerFrame) {
        return new Header(
                IntStream.range(0, system.particles())
                        .mapToObj(Integer::toString)
                        .toList(),
                Collections.nCopies(system.particles(), "X"),
                DoubleStream.of(system.masses()).boxed().toList(),
                system.box(),
                dimensions,
                stepsPerFrame,
                Units.REDUCED);
    }

    int particles() {
        return labels.size();
    }

    /** Whether the labels are just 0, 1, 2 ... */
    boolean isNumbered() {
        return IntStream.range(0, labels.size()).allMatch(i -> labels.get(i).equals(Integer.toString(i)));
    }

    /** Whether all names of particles are whole numbers. */
    static boolean areNumbers(List<String> labels) {
        return labels.stream().allMatch(label -> label.matches("[0-9]{1,18}"));
    }

    boolean hasSpecies() {
        return species.stream().anyMatch(s -> !s.equals("X"));
    }
}
