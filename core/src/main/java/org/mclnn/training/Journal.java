package org.mclnn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.mclnn.optimisation.OtherTrainingException;
import org.mclnn.optimisation.Stepwise;

/**
 * Remembers the work of a training by its order. A training does the same work in the same order each time, so that one which begins
 * again with the journal of an earlier one is given what is finished, goes on with what is not, and ends with the same bits.
 */
public final class Journal {
    /** Keeps what has been done, and says when. Asked between steps only. */
    public interface Keeper {
        /** What is wanted now. */
        enum Wish {
            GO_ON,
            SAVE,
            SAVE_AND_STOP
        }

        Wish wish();

        /** Keeps the state; what it throws ends the training. */
        void save(TrainingState state);
    }

    /** Hears each step of a piece of work; remembered ones first. */
    public interface Listener {
        /** @param fresh whether it was done now and is not from an earlier training */
        void step(double value, boolean fresh);
    }

    private static final Keeper FORGETFUL = new Keeper() {
        @Override
        public Wish wish() {
            return Wish.GO_ON;
        }

        @Override
        public void save(TrainingState state) {}
    };

    private final List<TrainingState.Piece> pieces;
    private final Keeper keeper;
    private int next; // number of the piece that comes

    /** Goes on from an earlier state, {@link TrainingState#NOTHING} to begin. */
    public Journal(TrainingState begun, Keeper keeper) {
        pieces = new ArrayList<>(begun.pieces());
        this.keeper = keeper;
    }

    /** A journal that keeps nothing. */
    public static Journal none() {
        return new Journal(TrainingState.NOTHING, FORGETFUL);
    }

    /** Numbers that take a while to find: found once, then remembered. */
    double[] recall(String name, Supplier<double[]> work) {
        if (next < pieces.size()) {
            return remembered(name, true).numbers();
        }
        var found = work.get();
        finish(new TrainingState.Piece(name, true, new double[0], found));
        return found.clone();
    }

    /** As {@link #recall}, for one number. */
    double number(String name, DoubleSupplier work) {
        var found = recall(name, () -> new double[] {work.getAsDouble()});
        if (found.length != 1) {
            throw stranger(name);
        }
        return found[0];
    }

    /**
     * Takes work to its end, from where an earlier training left it.
     *
     * @throws StoppedException if the keeper wished it
     */
    public void run(String name, Stepwise work, Listener listener) {
        var values = new ArrayList<Double>();
        if (next < pieces.size()) {
            var piece = remembered(name, false);
            work.restore(piece.numbers());
            for (double value : piece.values()) {
                values.add(value);
                listener.step(value, false);
            }
            if (piece.finished()) {
                return;
            }
            pieces.remove(--next); // it comes again with what is done now
        }
        while (!work.ended()) {
            if (work.step()) {
                values.add(work.value());
                listener.step(work.value(), true);
            }
            if (!work.ended()) {
                ask(() -> with(piece(name, work, values)));
            }
        }
        finish(piece(name, work, values));
    }

    private static TrainingState.Piece piece(String name, Stepwise work, List<Double> values) {
        var reached = values.stream().mapToDouble(Double::doubleValue).toArray();
        return new TrainingState.Piece(name, work.ended(), reached, work.state());
    }

    private TrainingState.Piece remembered(String name, boolean wholly) {
        var piece = pieces.get(next++);
        if (!piece.name().equals(name) || (!piece.finished() && (wholly || next < pieces.size()))) {
            throw stranger(name);
        }
        return piece;
    }

    private static OtherTrainingException stranger(String name) {
        return new OtherTrainingException("it does not go on with '" + name + "'");
    }

    private void finish(TrainingState.Piece piece) {
        pieces.add(piece);
        next++;
        ask(() -> new TrainingState(pieces));
    }

    private TrainingState with(TrainingState.Piece unfinished) {
        var all = new ArrayList<>(pieces);
        all.add(unfinished);
        return new TrainingState(all);
    }

    private void ask(Supplier<TrainingState> state) {
        var wish = keeper.wish();
        if (wish == Keeper.Wish.GO_ON) {
            return;
        }
        var done = state.get();
        keeper.save(done);
        if (wish == Keeper.Wish.SAVE_AND_STOP) {
            throw new StoppedException(done);
        }
    }
}
