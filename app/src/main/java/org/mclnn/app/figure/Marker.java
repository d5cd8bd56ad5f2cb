package org.mclnn.app.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape at a measured point; some are filled, others open. */
enum Marker {
    DISC(true),
    CIRCLE(false),
    BLOCK(true),
    SQUARE(false),
    DIAMOND(true),
    TRIANGLE(false),
    WEDGE(false),
    CROSS(false),
    PLUS(false);

    private static final double R = 2.8;

    private final boolean filled;

    Marker(boolean filled) {
        this.filled = filled;
    }

    boolean filled() {
        return filled;
    }

    Shape at(double x, double y) {
        return switch (this) {
            case DISC, CIRCLE -> new Ellipse2D.Double(x - R, y - R, 2 * R, 2 * R);
            case BLOCK, SQUARE -> new Rectangle2D.Double(x - 0.9 * R, y - 0.9 * R, 1.8 * R, 1.8 * R);
            case DIAMOND -> polygon(x, y, 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case TRIANGLE -> polygon(x, y, 0, -1.25, 1.2, 0.85, -1.2, 0.85);
            case WEDGE -> polygon(x, y, 0, 1.25, 1.2, -0.85, -1.2, -0.85);
            case CROSS -> strokes(x, y, -0.95, -0.95, 0.95, 0.95, -0.95, 0.95, 0.95, -0.95);
            case PLUS -> strokes(x, y, -1.2, 0, 1.2, 0, 0, -1.2, 0, 1.2);
        };
    }

    private static Shape polygon(double x, double y, double... corners) {
        var path = new Path2D.Double();
        for (int k = 0; k < corners.length; k += 2) {
            double px = x + R * corners[k];
            double py = y + R * corners[k + 1];
            if (k == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }

    private static Shape strokes(double x, double y, double... ends) {
        var path = new Path2D.Double();
        for (int k = 0; k < ends.length; k += 4) {
            path.moveTo(x + R * ends[k], y + R * ends[k + 1]);
            path.lineTo(x + R * ends[k + 2], y + R * ends[k + 3]);
        }
        return path;
    }
}
