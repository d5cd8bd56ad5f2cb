package org.mclnn.io;

import java.io.IOException;
import java.util.Arrays;

/** Rows in any order, particle after particle for instance: kept until all are there, then sorted by time. */
final class SortedRows implements TableRows {
    private static final int BYTES = 200; // of a row at most, while arrays grow and while rows are sorted

    private final Cursor cursor;
    private final Row row;
    private final FrameCollector frames;
    private final int most;
    private int count;
    private double[] times = new double[1024];
    private long[] lines = new long[1024];
    private int[] labels = new int[1024];
    private int[] species = new int[1024];
    private double[] masses = new double[1024];
    private double[] q = new double[3 * 1024];
    private double[] v = new double[3 * 1024];

    SortedRows(Cursor cursor, Row row, FrameCollector frames) {
        this.cursor = cursor;
        this.row = row;
        this.frames = frames;
        most = (int) Math.min(Integer.MAX_VALUE / 8, Runtime.getRuntime().maxMemory() / 2 / BYTES);
    }

    @Override
    public boolean add(double time) throws InputException {
        if (count == most) {
            throw cursor.error(
                    "the rows are not sorted by time, and more than fit in memory to sort them here (" + most + ")",
                    "Sort them by time, or give more memory with MCLNN_JAVA_OPTS=-Xmx8g");
        }
        if (count == times.length) {
            grow(2 * count);
        }
        times[count] = time + 0.0; // -0.0 is the same time as 0.0
        lines[count] = cursor.line();
        labels[count] = row.label;
        species[count] = row.species;
        masses[count] = row.mass;
        System.arraycopy(row.q, 0, q, 3 * count, 3);
        System.arraycopy(row.v, 0, v, 3 * count, 3);
        count++;
        return true;
    }

    private void grow(int size) {
        times = Arrays.copyOf(times, size);
        lines = Arrays.copyOf(lines, size);
        labels = Arrays.copyOf(labels, size);
        species = Arrays.copyOf(species, size);
        masses = Arrays.copyOf(masses, size);
        q = Arrays.copyOf(q, 3 * size);
        v = Arrays.copyOf(v, 3 * size);
    }

    @Override
    public void end() throws InputException, IOException {
        var distinct = Arrays.stream(times, 0, count).sorted().distinct().toArray();
        var first = new int[distinct.length + 1]; // of the rows of each time, then of those left to place
        var rank = new int[count];
        for (int k = 0; k < count; k++) {
            rank[k] = Arrays.binarySearch(distinct, times[k]);
            first[rank[k] + 1]++;
        }
        for (int f = 0; f < distinct.length; f++) {
            first[f + 1] += first[f];
        }
        var order = new int[count];
        var next = first.clone();
        for (int k = 0; k < count; k++) {
            order[next[rank[k]]++] = k;
        }
        for (int f = 0; f < distinct.length; f++) {
            for (int at = first[f]; at < first[f + 1]; at++) {
                take(order[at]);
            }
            frames.endFrame(distinct[f]);
        }
    }

    private void take(int k) throws InputException {
        cursor.moveTo(lines[k]);
        row.label = labels[k];
        row.species = species[k];
        row.mass = masses[k];
        System.arraycopy(q, 3 * k, row.q, 0, 3);
        System.arraycopy(v, 3 * k, row.v, 0, 3);
        frames.add();
    }
}
