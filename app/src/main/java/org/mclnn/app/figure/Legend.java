package org.mclnn.app.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the curves of a figure are, in rows.
 *
 * @param left where the space for it begins, in pixels from the left edge of the figure
 * @param right where that ends
 */
record Legend(List<Entry> entries, int left, int right) {
    private static final int ROW = 17;
    private static final int SAMPLE = 26;
    private static final int PAD = 5;
    private static final int GAP = 18;

    /** How something is drawn; a line and the band around it may share a name and are then one entry. */
    enum Kind {
        BAND,
        LINE,
        MARKER,
        DOTS,
        SEEN,
        HATCHED
    }

    /** A name and how it is drawn. */
    record Entry(String name, Role role, List<Kind> kinds) {}

    Legend {
        entries = List.copyOf(entries);
    }

    static Legend of(Figure figure, int left, int right) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (var panel : figure.panels()) {
            for (var data : panel.layers(Layer.Data.class)) {
                add(entries, data.name(), data.role(), kinds(data));
            }
        }
        for (var panel : figure.panels()) {
            for (var shade : panel.layers(Layer.Shade.class)) {
                var kind = shade.hatched() ? Kind.HATCHED : Kind.SEEN;
                add(entries, shade.hatched() ? "not determined" : "distances seen", Role.TRUTH, List.of(kind));
            }
        }
        return new Legend(List.copyOf(entries.values()), left, right);
    }

    private static List<Kind> kinds(Layer.Data data) {
        if (data instanceof Layer.Measured) {
            return List.of(Kind.LINE, Kind.MARKER);
        }
        var kind = data instanceof Layer.Line ? Kind.LINE : data instanceof Layer.Spread ? Kind.BAND : Kind.DOTS;
        return List.of(kind);
    }

    private static void add(Map<String, Entry> entries, String name, Role role, List<Kind> kinds) {
        if (name.isEmpty()) {
            return;
        }
        entries.merge(role + name, new Entry(name, role, kinds), (old, more) -> {
            var both = new ArrayList<>(old.kinds());
            more.kinds().stream().filter(kind -> !both.contains(kind)).forEach(both::add);
            return new Entry(name, role, List.copyOf(both));
        });
    }

    private List<List<Entry>> rows() {
        var rows = new ArrayList<List<Entry>>();
        double free = -1;
        for (var entry : entries) {
            double width = width(entry);
            if (width > free + GAP) {
                rows.add(new ArrayList<>());
                free = right - left + GAP;
            }
            rows.get(rows.size() - 1).add(entry);
            free -= width;
        }
        return rows;
    }

    private static double width(Entry entry) {
        return SAMPLE + PAD + Words.width(entry.name(), Look.LABEL) + GAP;
    }

    int height() {
        return rows().size() * ROW;
    }

    void draw(Graphics2D g, int top) {
        double y = top + ROW / 2.0;
        for (var row : rows()) {
            double width = row.stream().mapToDouble(Legend::width).sum() - GAP;
            double x = Math.max(left, 0.5 * (left + right - width));
            for (var entry : row) {
                sample(g, entry, x, y);
                Words.draw(g, entry.name(), x + SAMPLE + PAD, y + 0.36 * Look.LABEL, Words.Align.START, Look.LABEL);
                x += width(entry);
            }
            y += ROW;
        }
    }

    private static void sample(Graphics2D g, Entry entry, double x, double y) {
        var box = new Rectangle2D.Double(x + 1, y - 5, SAMPLE - 2, 10);
        var role = entry.role();
        if (has(entry, Kind.BAND)) {
            fill(g, box, Look.faint(role));
        }
        if (has(entry, Kind.SEEN)) {
            fill(g, box, Ink.SEEN.color());
        }
        if (has(entry, Kind.HATCHED)) {
            LayerInk.hatch(g, box);
        }
        if (has(entry, Kind.HATCHED) || has(entry, Kind.SEEN)) {
            g.setColor(Ink.FAINT.color());
            g.setStroke(Look.HAIR);
            g.draw(box);
        }
        if (has(entry, Kind.LINE)) {
            g.setColor(role.ink().color());
            g.setStroke(Look.stroke(role));
            g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
        if (has(entry, Kind.MARKER)) {
            LayerInk.marker(g, role, x + SAMPLE / 2.0, y);
        }
        if (has(entry, Kind.DOTS)) {
            g.setColor(role.ink().color());
            g.setStroke(Look.BIG_DOT);
            for (int k = 0; k < 4; k++) {
                double at = x + 4 + 6 * k;
                double up = k % 2 == 0 ? 1.5 : -1.5;
                g.draw(new Line2D.Double(at, y + up, at, y + up));
            }
        }
    }

    private static boolean has(Entry entry, Kind kind) {
        return entry.kinds().contains(kind);
    }

    private static void fill(Graphics2D g, Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }
}
