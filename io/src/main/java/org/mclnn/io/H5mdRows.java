package org.mclnn.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Which particle stands in which row of an H5MD file: the one that {@code id} names there, or in row i the particle i. */
final class H5mdRows {
    private static final int NONE = -1; // the row is a placeholder

    private final Hdf file;
    private final H5mdElement position;
    private final int rows;
    private final Optional<H5mdElement> id;
    private final Optional<Object> fill; // what id has for a placeholder
    private final Map<String, Integer> particles = new LinkedHashMap<>(); // by their names
    private Object[] lastIds = {};
    private int[] last = {};

    H5mdRows(Hdf file, H5mdElement position, int rows, Optional<H5mdElement> id) throws InputException {
        this.file = file;
        this.position = position;
        this.rows = rows;
        this.id = id;
        fill = id.flatMap(element -> Optional.ofNullable(element.value().getFillValue()));
        if (id.isPresent()) {
            id.get().checkShape(rows);
            id.get().checkFrames(position, "Store id with the step and time of position");
            int perBlock = position.perBlock();
            for (int from = 0; from < id.get().frames(); from += perBlock) {
                in(from, Math.min(perBlock, id.get().frames() - from));
            }
        }
    }

    /** How many particles there are in all frames together. */
    int particles() {
        return id.isPresent() ? particles.size() : rows;
    }

    Optional<List<String>> names() {
        return id.map(element -> List.copyOf(particles.keySet()));
    }

    /** The particle of each row in some frames. */
    int[][] in(int from, int count) throws InputException {
        var found = new int[count][];
        if (id.isEmpty()) {
            Arrays.fill(found, numbered());
            return found;
        }
        var ids = id.get().entries(from, count);
        for (int k = 0; k < count; k++) {
            if (!Arrays.equals(ids[k], lastIds)) {
                last = named(ids[k], from + k);
                lastIds = ids[k];
            }
            found[k] = last;
        }
        return found;
    }

    private int[] numbered() {
        var each = new int[rows];
        Arrays.setAll(each, i -> i);
        return each;
    }

    private int[] named(Object[] ids, int frame) throws InputException {
        var each = new int[rows];
        var seen = new boolean[particles.size() + rows];
        for (int i = 0; i < rows; i++) {
            each[i] = isPlaceholder(ids[i])
                    ? NONE
                    : particles.computeIfAbsent(String.valueOf(ids[i]), name -> particles.size());
            if (each[i] != NONE && seen[each[i]]) {
                throw InputException.of(
                        file.path(),
                        "the id " + Cursor.quoted(String.valueOf(ids[i])) + " is twice in frame " + frame,
                        "Give each particle its own id, and rows without one the fill value of the dataset");
            }
            if (each[i] != NONE) {
                seen[each[i]] = true;
            }
        }
        return each;
    }

    /** In ids that change, a number below 0 is a common placeholder where no fill value is declared. */
    private boolean isPlaceholder(Object entry) {
        return fill.isPresent()
                ? entry.equals(fill.get())
                : id.orElseThrow().isMoving() && entry instanceof Number number && number.doubleValue() < 0;
    }

    /** The numbers of rows as those of particles: NaN for the ones that have no row. */
    double[] ordered(double[] numbers, int[] particleOf, int dimensions) {
        if (id.isEmpty()) {
            return numbers;
        }
        var all = new double[particles() * dimensions];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < rows; i++) {
            if (particleOf[i] != NONE) {
                System.arraycopy(numbers, i * dimensions, all, particleOf[i] * dimensions, dimensions);
            }
        }
        return all;
    }

    /** The mass of each particle, or what else stays. */
    double[] numbers(H5mdElement element) throws InputException {
        return each(element, Hdf::number, Double::toString);
    }

    /** The species of each particle. */
    List<String> words(H5mdElement element) throws InputException {
        var words = new Words();
        var numbers =
                each(element, entry -> words.number(String.valueOf(entry)), n -> Cursor.quoted(words.text((int) n)));
        var each = new ArrayList<String>();
        for (double number : numbers) {
            each.add(words.text((int) number));
        }
        return each;
    }

    /** A number of each particle, NaN where no row has one. It must be the same in all frames. */
    private double[] each(H5mdElement element, ToDoubleFunction<Object> number, DoubleFunction<String> shown)
            throws InputException {
        element.checkShape(rows);
        boolean changing = id.filter(H5mdElement::isMoving).isPresent();
        if (changing) {
            element.checkFrames(position, "Store " + element.name() + " with the step and time of position, as id");
        }
        var each = new double[particles()];
        Arrays.fill(each, Double.NaN);
        int frames = changing ? position.frames() : element.frames();
        int perBlock = position.perBlock();
        for (int from = 0; from < frames; from += perBlock) {
            int count = Math.min(perBlock, frames - from);
            var particleOf = in(from, count);
            var entries = element.entries(from, count);
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < rows; i++) {
                    double now = number.applyAsDouble(entries[k][i]);
                    int p = particleOf[k][i];
                    if (p == NONE || Double.isNaN(now)) {
                        continue;
                    }
                    if (!Double.isNaN(each[p]) && each[p] != now) {
                        throw changed(element, p, shown.apply(each[p]), shown.apply(now), from + k);
                    }
                    each[p] = now;
                }
            }
        }
        return each;
    }

    private InputException changed(H5mdElement element, int particle, String before, String now, int frame) {
        var who = names().map(all -> Cursor.quoted(all.get(particle))).orElse(Integer.toString(particle));
        return InputException.of(
                file.path(),
                "the " + element.name() + " of particle " + who + " was " + before + " and is " + now + " in frame "
                        + frame,
                "A particle keeps its " + element.name() + " through all frames: check the order of rows, or add ids");
    }
}
