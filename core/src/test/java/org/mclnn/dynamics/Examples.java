package org.mclnn.dynamics;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.TabulatedPotential;

/** Systems to run the checks on. */
final class Examples {
    private Examples() {}

    /** @param name for the test's display */
    record Example(String name, ParticleSystem system, State start) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Example reference(ReferenceSystem which) {
        return new Example(which.key(), which.system(which.particles()), which.start());
    }

    /** Unequal masses in three dimensions on springs, at rest as a whole: nothing cancels by symmetry. */
    static Example threeDimensional() {
        return new Example(
                "springs of unequal masses in space",
                ParticleSystem.of(new double[] {1.0, 2.0, 0.5, 1.5}, ReferenceSystem.LINEAR.law()),
                new State(
                        0,
                        new double[] {0.1, 0.2, -0.3, 1.1, -0.4, 0.5, -0.7, 0.6, 0.9, 0.3, 1.2, -0.8},
                        new double[] {0.3, -0.1, 0.2, -0.2, 0.3, 0.1, 0.2, 0.2, -0.2, 0, -0.4, -0.2}));
    }

    /** A network nobody trained: any function of r alone conserves. */
    static Example untrainedNetwork() {
        var network = PairNetwork.of(10, 10);
        var theta = network.normalStart(new SplittableRandom(21));
        var start = ReferenceSystem.LINEAR.start();
        return new Example("untrained network", ReferenceSystem.LINEAR.system(3).with(network.at(theta)), start);
    }

    /** The same compiled to a table that holds some of the distances only. */
    static Example table() {
        var bare = untrainedNetwork();
        var law = TabulatedPotential.of(bare.system().potential(), 0.9, 1.6);
        return new Example("tabulated network", bare.system().with(law), bare.start());
    }

    static Stream<Example> all() {
        return Stream.concat(references(), Stream.of(threeDimensional(), untrainedNetwork(), table()));
    }

    static Stream<Example> references() {
        return Stream.of(ReferenceSystem.values()).map(Examples::reference);
    }
}
