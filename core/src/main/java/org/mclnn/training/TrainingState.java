package org.mclnn.training;

import java.util.List;

/**
 * What a training has done so far: its pieces of work in the order they come, of which the last may be unfinished. With the same data and
 * options, a training goes on from here to the same bits. Immutable.
 */
public final class TrainingState {
    /** A training that has not begun. */
    public static final TrainingState NOTHING = new TrainingState(List.of());

    private final List<Piece> pieces;

    public TrainingState(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** One piece of work; finished or not, its numbers say all that is needed of it. */
    public static final class Piece {
        private final String name;
        private final boolean finished;
        private final double[] values;
        private final double[] numbers;

        /**
         * @param values what each step so far reached; empty for work that is no sequence of steps
         * @param numbers the result, or the state of an optimiser
         */
        public Piece(String name, boolean finished, double[] values, double[] numbers) {
            this.name = name;
            this.finished = finished;
            this.values = values.clone();
            this.numbers = numbers.clone();
        }

        public String name() {
            return name;
        }

        public boolean finished() {
            return finished;
        }

        public double[] values() {
            return values.clone();
        }

        public double[] numbers() {
            return numbers.clone();
        }
    }

    public List<Piece> pieces() {
        return pieces;
    }

    /** {@code after step 512 of network}, or {@code before the first step}. */
    public String where() {
        for (int k = pieces.size() - 1; k >= 0; k--) {
            var piece = pieces.get(k);
            if (piece.values.length > 0) {
                return "after step " + piece.values.length + " of " + piece.name;
            }
        }
        return "before the first step";
    }
}
