package org.mclnn.app.figure;

import java.awt.Graphics2D;
import java.util.Locale;
import java.util.Optional;

/** Says how far curves go that leave a panel whose axis is focused. */
final class Cuts {
    private static final double SHIFT = 4;

    private Cuts() {}

    static void note(Graphics2D g, Panel panel, Plane plane) {
        for (boolean top : new boolean[] {true, false}) {
            extreme(panel, plane, top).ifPresent(extreme -> note(g, extreme, plane, top));
        }
    }

    private record Extreme(Layer.Line line, int k) {}

    private static Optional<Extreme> extreme(Panel panel, Plane plane, boolean top) {
        Optional<Extreme> found = Optional.empty();
        double most = top ? plane.highY() : plane.lowY();
        for (var line : panel.layers(Layer.Line.class)) {
            for (int k = 0; k < line.y().size(); k++) {
                double y = line.y().at(k);
                boolean shown = line.x().at(k) >= plane.lowX() && line.x().at(k) <= plane.highX();
                if (shown && Double.isFinite(y) && (top ? y > most : y < most)) {
                    most = y;
                    found = Optional.of(new Extreme(line, k));
                }
            }
        }
        return found;
    }

    /** Beside the place where the curve crosses the edge, on the side away from the extreme. */
    private static void note(Graphics2D g, Extreme extreme, Plane plane, boolean top) {
        var line = extreme.line();
        double x = line.x().at(extreme.k());
        boolean left = x < 0.5 * (plane.lowX() + plane.highX());
        int inward = left ? 1 : -1;
        int k = extreme.k();
        double edge = top ? plane.highY() : plane.lowY();
        while (k + inward >= 0
                && k + inward < line.y().size()
                && (top ? line.y().at(k) > edge : line.y().at(k) < edge)) {
            k += inward;
        }
        var area = plane.area();
        var text = String.format(Locale.ROOT, "to %.3g at %.3g", line.y().at(extreme.k()), x)
                .replace('-', '−');
        Words.note(
                g,
                text,
                plane.x(line.x().at(k)) + inward * SHIFT,
                top ? area.getMinY() + Look.SMALL + 1 : area.getMaxY() - 4,
                left ? Words.Align.START : Words.Align.END);
    }
}
