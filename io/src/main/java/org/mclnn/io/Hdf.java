package org.mclnn.io;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** An HDF5 file of somebody else: what is looked for is found in the file itself and not elsewhere, and fits in it. */
final class Hdf {
    // compression shrinks a dataset to no less than a thousandth
    private static final long MOST_EXPANSION = 1200;

    private final Path path;

    Hdf(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Optional<Group> group(Group parent, String name) {
        return child(parent, name).filter(Group.class::isInstance).map(Group.class::cast);
    }

    Optional<Dataset> dataset(Group parent, String name) {
        return child(parent, name).filter(Dataset.class::isInstance).map(Dataset.class::cast);
    }

    private Optional<Node> child(Group parent, String name) {
        var child = parent.getChildren().get(name);
        if (child == null) {
            return Optional.empty();
        }
        if (child instanceof ExternalLink) {
            throw new IllegalArgumentException(
                    parent.getPath() + name + " is a link to another file, which is not followed");
        }
        if (child instanceof Link link) {
            var target = link.getTarget();
            if (target.isLink()) {
                throw new IllegalArgumentException(
                        parent.getPath() + name + " is a link to a link, which is not followed");
            }
            return Optional.of(target);
        }
        return Optional.of(child);
    }

    /** All numbers of a small dataset. */
    double[] numbers(Dataset dataset) {
        checkSize(dataset);
        return flat(dataset.getData());
    }

    /** Some of the entries along the first axis, each flat. */
    double[][] block(Dataset dataset, int from, int count) {
        var data = part(dataset, from, count);
        var block = new double[count][];
        for (int k = 0; k < count; k++) {
            block[k] = flat(Array.get(data, k));
        }
        return block;
    }

    private Object part(Dataset dataset, int from, int count) {
        checkSize(dataset);
        var shape = dataset.getDimensions();
        var offset = new long[shape.length];
        offset[0] = from;
        shape[0] = count;
        return dataset.getData(offset, shape);
    }

    /** All numbers or words of a list. */
    Object[] entries(Dataset dataset) {
        checkSize(dataset);
        return entries(dataset.getData());
    }

    /** The numbers or words of some of the lists of a table. */
    Object[][] entries(Dataset dataset, int from, int count) {
        var data = part(dataset, from, count);
        return IntStream.range(0, count)
                .mapToObj(k -> entries(Array.get(data, k)))
                .toArray(Object[][]::new);
    }

    private static Object[] entries(Object list) {
        return IntStream.range(0, Array.getLength(list))
                .mapToObj(i -> Array.get(list, i))
                .toArray();
    }

    /** Refuses a dataset that states more than the file can hold. */
    void checkSize(Dataset dataset) {
        long bytes = dataset.getSizeInBytes();
        long stored = path.toFile().length();
        if (bytes < 0 || bytes / MOST_EXPANSION > stored) {
            throw new IllegalArgumentException(dataset.getPath() + " would take " + bytes + " bytes, more than the "
                    + stored + " of the file can hold");
        }
    }

    private static double[] flat(Object data) {
        return data instanceof double[] numbers ? numbers : numbers(data).toArray();
    }

    private static DoubleStream numbers(Object data) {
        if (data instanceof double[] numbers) {
            return Arrays.stream(numbers);
        }
        if (data instanceof float[] numbers) {
            return IntStream.range(0, numbers.length).mapToDouble(k -> numbers[k]);
        }
        return data.getClass().isArray()
                ? IntStream.range(0, Array.getLength(data))
                        .mapToObj(k -> Array.get(data, k))
                        .flatMapToDouble(Hdf::numbers)
                : DoubleStream.of(number(data));
    }

    static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(Cursor.quoted(String.valueOf(value)) + " where a number belongs");
    }

    /** The attribute unit, empty where there is none. */
    String unit(Node node) {
        var attribute = node.getAttribute("unit");
        var data = attribute == null ? "" : attribute.getData();
        if (data.getClass().isArray()) {
            var words = words(data);
            return words.size() == 1 ? words.get(0).strip() : "";
        }
        return String.valueOf(data).strip();
    }

    /** A number among the attributes, 0 where there is none. */
    double attribute(Node node, String name) {
        var attribute = node.getAttribute(name);
        return attribute == null ? 0.0 : number(attribute.getData());
    }

    /** The entries of an attribute as words, none where there is none. */
    List<String> words(Node node, String attribute) {
        var found = node.getAttribute(attribute);
        return found == null ? List.of() : words(found.getData());
    }

    private static List<String> words(Object data) {
        if (!data.getClass().isArray()) {
            return List.of(String.valueOf(data));
        }
        var words = new ArrayList<String>();
        for (int k = 0; k < Array.getLength(data); k++) {
            words.add(String.valueOf(Array.get(data, k)));
        }
        return words;
    }
}
