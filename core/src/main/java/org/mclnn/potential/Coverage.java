package org.mclnn.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which distances have been seen, and how often: a histogram and its connected bands. Two bands are separate where no distance was seen
 * over at least {@value #GAP} of the whole range; what lies between them is not determined by the data, and V has one free constant in
 * each band.
 *
 * @param bands in ascending order, never empty
 * @param counts how many distances fell into each of the equal bins from the first band's start to the last band's end
 */
public record Coverage(List<Band> bands, List<Long> counts) {
    /** Smallest unseen share of the range that separates two bands. */
    public static final double GAP = 0.05;

    private static final int BINS = 400;
    private static final double COMMON = 1e6; // counts of a whole density where there are no distances to count

    /** A connected band of observed distances. */
    public record Band(double from, double to, long count) {
        public double width() {
            return to - from;
        }

        public boolean contains(double r) {
            return r >= from && r <= to;
        }
    }

    public Coverage {
        bands = List.copyOf(bands);
        counts = List.copyOf(counts);
        Check.atLeast(1, "the number of bands", bands.size());
        Check.atLeast(1, "the number of bins", counts.size());
    }

    /** Coverage of the first n distances; all pairs interact. */
    public static Coverage of(double[] distances, int n) {
        return of(distances, n, 0.0);
    }

    /**
     * Coverage of the first n distances.
     *
     * @param cutoff where pairs cease to interact, 0 for none; the last band reaches it if no gap lies between
     *
     * @throws IllegalArgumentException if there are none, or all are equal
     */
    public static Coverage of(double[] distances, int n, double cutoff) {
        if (n == 0) {
            throw new IllegalArgumentException("no pair distance was seen"
                    + (cutoff > 0.0
                            ? " within the cut-off " + cutoff + ": use a larger one"
                            : ": there is nothing to learn a law from"));
        }
        var sorted = Arrays.copyOf(distances, n);
        Arrays.sort(sorted);
        double range = sorted[n - 1] - sorted[0];
        if (!(range > 0.0)) {
            throw new IllegalArgumentException("every pair distance seen is " + sorted[0]
                    + ": a law needs distances that vary. Give a part of the run in which they do");
        }
        var bands = new ArrayList<Band>();
        int start = 0;
        for (int k = 1; k <= n; k++) {
            if (k == n || sorted[k] - sorted[k - 1] >= GAP * range) {
                double end = k == n && cutoff > sorted[n - 1] && cutoff - sorted[n - 1] < GAP * range
                        ? cutoff
                        : sorted[k - 1];
                bands.add(new Band(sorted[start], end, k - start));
                start = k;
            }
        }
        var counts = new Long[BINS];
        Arrays.fill(counts, 0L);
        double width = (bands.get(bands.size() - 1).to() - sorted[0]) / BINS;
        for (double r : sorted) {
            counts[Math.min(BINS - 1, (int) ((r - sorted[0]) / width))]++;
        }
        return new Coverage(bands, List.of(counts));
    }

    /**
     * The same with bands joined where a pair moved from one to the next: its speeds tell the difference of V, if no stored frame the
     * distances between.
     *
     * @param crossed whether a pair crossed the gap after each band but the last
     */
    public Coverage joined(boolean[] crossed) {
        var joined = new ArrayList<Band>();
        for (int b = 0; b < bands.size(); b++) {
            var band = bands.get(b);
            if (b > 0 && crossed[b - 1]) {
                var before = joined.remove(joined.size() - 1);
                joined.add(new Band(before.from(), band.to(), before.count() + band.count()));
            } else {
                joined.add(band);
            }
        }
        return new Coverage(joined, counts);
    }

    /**
     * The distances that both have seen, weighted by the smaller of both densities; absent where there are none.
     *
     * @param other of other data
     */
    public Optional<Coverage> common(Coverage other) {
        var shared = new ArrayList<Band>();
        for (var a : bands) {
            for (var b : other.bands) {
                double from = Math.max(a.from(), b.from());
                double to = Math.min(a.to(), b.to());
                if (from < to) {
                    shared.add(new Band(from, to, 1));
                }
            }
        }
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        double first = shared.get(0).from();
        double width = (shared.get(shared.size() - 1).to() - first) / BINS;
        var binned = new Long[BINS];
        var inBand = new long[shared.size()];
        for (int k = 0; k < BINS; k++) {
            double r = first + (k + 0.5) * width;
            binned[k] = Math.round(COMMON * width * Math.min(density(r), other.density(r)));
            for (int b = 0; b < inBand.length; b++) {
                inBand[b] += shared.get(b).contains(r) ? binned[k] : 0;
            }
        }
        for (int b = 0; b < inBand.length; b++) {
            shared.set(b, new Band(shared.get(b).from(), shared.get(b).to(), Math.max(1, inBand[b])));
        }
        return Optional.of(new Coverage(shared, List.of(binned)));
    }

    /** Smallest distance seen. */
    public double from() {
        return bands.get(0).from();
    }

    /** Largest distance seen. */
    public double to() {
        return bands.get(bands.size() - 1).to();
    }

    /** Index of the band that holds r, or -1. */
    public int bandOf(double r) {
        for (int b = 0; b < bands.size(); b++) {
            if (bands.get(b).contains(r)) {
                return b;
            }
        }
        return -1;
    }

    /** Index of the band seen most often. */
    public int mainBand() {
        int main = 0;
        for (int b = 1; b < bands.size(); b++) {
            if (bands.get(b).count() > bands.get(main).count()) {
                main = b;
            }
        }
        return main;
    }

    /** Share of all observed distances per unit length at r; 0 outside the bands. */
    public double density(double r) {
        if (bandOf(r) < 0) {
            return 0.0;
        }
        double width = (to() - from()) / counts.size();
        int bin = Math.max(0, Math.min(counts.size() - 1, (int) ((r - from()) / width)));
        long total = bands.stream().mapToLong(Band::count).sum();
        return counts.get(bin) / (width * total);
    }

    /** At least {@code points} distances spread evenly over the bands, both ends of each included. */
    public double[] grid(int points) {
        double total = bands.stream().mapToDouble(Band::width).sum();
        var grid = new double[points];
        int at = 0;
        for (int b = 0; b < bands.size(); b++) {
            var band = bands.get(b);
            int left = points - at - 2 * (bands.size() - 1 - b);
            int n = b == bands.size() - 1
                    ? left
                    : Math.max(2, Math.min(left, (int) Math.round(points * band.width() / total)));
            for (int k = 0; k < n; k++) {
                grid[at++] = k == n - 1 ? band.to() : band.from() + band.width() * k / (n - 1);
            }
        }
        return grid;
    }
}
