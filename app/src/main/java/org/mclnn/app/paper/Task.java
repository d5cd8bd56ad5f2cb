package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrajectoryDataset;

/** One of the paper's tasks (4.1.1, A.6): its system, and its run of 10,000 stored frames from the one start. */
final class Task {
    static final Simulator SIMULATOR = Simulator.of(0.01, 10);
    /** Of every simulation: 10,000 steps. */
    static final int FRAMES = 1_000;

    static final int RUN = 10_000; // stored frames
    /** From here on training sees nothing of the run. */
    static final int UNSEEN = 8_000;

    /** Of the part that training may see, more densely. */
    static final int STATES = 10_000;

    private static final int BETWEEN = 100; // frames from one unseen start to the next
    private static final Map<ReferenceSystem, Task> MADE = new EnumMap<>(ReferenceSystem.class);

    private final ReferenceSystem reference;
    private final ParticleSystem system;
    private final Trajectory run;
    private final TrajectoryDataset data;
    private @Nullable Trajectory states; // made when first asked for

    private Task(ReferenceSystem reference) {
        this.reference = reference;
        system = reference.system(reference.particles());
        run = SIMULATOR.run(system, reference.start(), RUN - 1);
        data = data(TrainingOptions.WINDOWS * TrainingOptions.FRAMES, false);
    }

    /** The run is made once. */
    static synchronized Task of(ReferenceSystem reference) {
        return MADE.computeIfAbsent(reference, Task::new);
    }

    ReferenceSystem reference() {
        return reference;
    }

    String key() {
        return reference.key();
    }

    /** {@code linear springs}. */
    static String title(ReferenceSystem reference) {
        return switch (reference) {
            case LINEAR -> "linear springs";
            case NONLINEAR -> "non-linear springs";
            case GRAVITY -> "gravity";
        };
    }

    ParticleSystem system() {
        return system;
    }

    Trajectory run() {
        return run;
    }

    /** {@value #STATES} states of the part of the run that training may see. */
    synchronized Trajectory states() {
        var made = states;
        if (made == null) {
            var dense = Simulator.of(SIMULATOR.dt(), SIMULATOR.stride() * UNSEEN / STATES);
            made = dense.run(system, reference.start(), STATES - 1);
            states = made;
        }
        return made;
    }

    /** The paper's 100 windows of 20 frames. */
    TrajectoryDataset data() {
        return data;
    }

    /** The same without velocities: each window's start is unknown. */
    TrajectoryDataset positionsOnly() {
        return data(TrainingOptions.WINDOWS * TrainingOptions.FRAMES, true);
    }

    /** Other numbers of frames in all, in windows of 20 or in one shorter; the coverage is theirs. */
    TrajectoryDataset data(int frames, boolean positionsOnly) {
        int length = Math.min(frames, TrainingOptions.FRAMES);
        return TrajectoryDataset.windows(
                run,
                new TrajectoryDataset.Sampling(
                        OptionalInt.of(frames / length),
                        length,
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        0.0,
                        positionsOnly,
                        TrainingOptions.SEED));
    }

    /** Starts from the part of the run that training never sees, {@value #BETWEEN} frames apart. */
    List<State> unseen(int count) {
        var starts = new ArrayList<State>();
        for (int k = 0; k < count; k++) {
            starts.add(run.state(UNSEEN + BETWEEN * k));
        }
        return starts;
    }
}
