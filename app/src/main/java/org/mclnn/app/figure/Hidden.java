package org.mclnn.app.figure;

import java.util.Optional;

/** Says what a logarithmic axis cannot show. */
final class Hidden {
    private Hidden() {}

    static Optional<String> note(Layer.Data data, Plane plane) {
        if (!plane.isLogarithmicY()) {
            return Optional.empty();
        }
        int zeros = 0;
        int numbers = 0;
        for (int k = 0; k < data.high().size(); k++) {
            double y = data.high().at(k);
            if (y > 0) {
                return Optional.empty();
            }
            zeros += y == 0 ? 1 : 0;
            numbers += Double.isNaN(y) ? 0 : 1;
        }
        if (numbers == 0) {
            return Optional.empty();
        }
        var name = data.name().isEmpty() ? data.role().legend() : data.name();
        return Optional.of(name + (zeros == numbers ? ": 0 throughout" : ": never positive"));
    }
}
