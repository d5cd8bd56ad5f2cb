package org.mclnn.io;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mclnn.potential.Names;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Checks that every object of a model file has the keys it must have and no others, and says where one has not. */
final class ModelKeys {
    private ModelKeys() {}

    static void check(Path file, JsonParser parser) throws InputException {
        var open = new ArrayDeque<Set<String>>();
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                open.push(new HashSet<>());
            } else if (token == JsonToken.PROPERTY_NAME) {
                var key = String.valueOf(parser.currentName());
                var known = keys(parent(parser));
                if (!known.isEmpty() && !known.contains(key)) {
                    var what = Names.unknown("key", key, known);
                    throw ModelFile.at(file, parser.currentTokenLocation(), what.substring(0, what.length() - 1));
                }
                open.element().add(key);
            } else if (token == JsonToken.END_OBJECT) {
                var found = open.pop();
                for (var key : keys(place(parser))) {
                    if (!found.contains(key) && !ModelJson.ADDED.contains(key)) {
                        throw ModelFile.at(
                                file, parser.currentTokenLocation(), "the key '" + key + "' is missing before this");
                    }
                }
            }
        }
    }

    private static String place(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString().replaceAll("/[0-9]+", "/*");
    }

    /** Where the object is that holds the key just read. */
    private static String parent(JsonParser parser) {
        var place = place(parser);
        return place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }

    /** The keys of the object at a place; none if any will do. */
    private static List<String> keys(String place) {
        return switch (place) {
            case "" -> components(ModelJson.class);
            case "/coverage" -> components(ModelJson.Seen.class);
            case "/coverage/bands/*" -> components(ModelJson.Band.class);
            case "/units" -> components(ModelJson.UnitNames.class);
            case "/manifest" -> components(ModelJson.Origin.class);
            default -> List.of();
        };
    }

    private static List<String> components(Class<?> part) {
        return Arrays.stream(part.getRecordComponents()).map(c -> c.getName()).toList();
    }
}
