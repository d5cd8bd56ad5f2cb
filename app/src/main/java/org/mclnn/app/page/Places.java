package org.mclnn.app.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything in a page that can be referred to: ids, numbers, and the words of a reference without words. */
final class Places {
    static final char NO_BREAK = '\u00A0';

    private final Map<String, String> words = new HashMap<>(); // only looked up
    private final Map<String, String> numbers = new HashMap<>();
    private final List<Block.Plate> plates = new ArrayList<>();
    private int figures;
    private int tables;

    Places(List<Section> sections) {
        claim("top", "top");
        claim("main", "text");
        int k = 0;
        for (var section : sections) {
            k++;
            section(section, String.valueOf(k));
        }
    }

    private void section(Section section, String number) {
        claim(section.id(), "Section" + NO_BREAK + number);
        numbers.put(section.id(), number);
        int k = 0;
        for (var block : section.blocks()) {
            if (block instanceof Block.Part part) {
                k++;
                section(part.section(), number + "." + k);
            } else if (block instanceof Block.Plate plate) {
                figures++;
                plates.add(plate);
                number(figureId(plate), "Figure", figures);
            } else if (block instanceof Block.Grid grid) {
                tables++;
                number(tableId(grid.table()), "Table", tables);
            }
        }
    }

    private void number(String id, String kind, int number) {
        claim(id, kind + NO_BREAK + number);
        numbers.put(id, String.valueOf(number));
    }

    private void claim(String id, String text) {
        if (words.put(id, text) != null) {
            throw new IllegalArgumentException("two things in the page are named '" + id + "'");
        }
    }

    static String figureId(Block.Plate plate) {
        return "figure-" + plate.figure().name();
    }

    static String tableId(Table table) {
        return "table-" + table.name();
    }

    List<Block.Plate> plates() {
        return List.copyOf(plates);
    }

    /** "2" of the second figure, "1.3" of a section. */
    String number(String id) {
        return numbers.getOrDefault(id, "");
    }

    /** "Figure 2", for a reference without words. */
    String words(String link) {
        if (!link.startsWith("#")) {
            return link;
        }
        var text = words.get(link.substring(1));
        if (text == null) {
            throw new IllegalArgumentException("the page refers to '" + link + "', which is not in it");
        }
        return text;
    }
}
