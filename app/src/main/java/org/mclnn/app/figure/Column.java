package org.mclnn.app.figure;

/** Numbers that do not change. */
final class Column {
    private final double[] values;

    Column(double[] values) {
        this.values = values.clone();
    }

    int size() {
        return values.length;
    }

    double at(int k) {
        return values[k];
    }

    double[] toArray() {
        return values.clone();
    }
}
