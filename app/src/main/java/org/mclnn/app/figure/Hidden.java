package org.mclnn.app.figure;

/** What a logarithmic axis cannot show. */
final class Hidden {
    private Hidden() {}

    /** Whether there are values, and none is positive. */
    static boolean isHidden(Layer.Data data) {
        int numbers = 0;
        for (int k = 0; k < data.high().size(); k++) {
            double y = data.high().at(k);
            if (y > 0) {
                return false;
            }
            numbers += Double.isNaN(y) ? 0 : 1;
        }
        return numbers > 0;
    }

    /** Says what is not shown and why. */
    static String note(Layer.Data data) {
        boolean zero = true;
        for (int k = 0; k < data.high().size(); k++) {
            zero &= !(data.high().at(k) < 0);
        }
        var name = data.name().isEmpty() ? data.role().legend() : data.name();
        return name + (zero ? ": 0 throughout" : ": never positive");
    }
}
