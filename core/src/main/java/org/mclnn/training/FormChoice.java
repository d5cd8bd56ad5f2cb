package org.mclnn.training;

import java.util.List;
import org.mclnn.potential.ClosedForm;
import org.mclnn.potential.PairNetwork;

/** Which family of laws is to be trained; what a family leaves open is chosen from the data. */
public sealed interface FormChoice {
    /** The paper's network. */
    record Network(List<Integer> hidden) implements FormChoice {
        public Network {
            hidden = List.copyOf(hidden);
        }

        PairNetwork form() {
            return PairNetwork.of(hidden.stream().mapToInt(Integer::intValue).toArray());
        }

        /** How many parameters it has. */
        public int size() {
            return form().size();
        }
    }

    /** A cubic spline for V', coordinate and knots chosen by held-out residual. */
    record Spline() implements FormChoice {}

    /** A formula. */
    record Closed(ClosedForm form) implements FormChoice {}
}
