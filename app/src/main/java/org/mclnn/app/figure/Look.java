package org.mclnn.app.figure;

import java.awt.BasicStroke;
import java.awt.Color;

/** How figures look: white ground, thin black axes, letters in four sizes. Lengths are in pixels. */
final class Look {
    /** Size of letters: heading, titles of panels, labels and legend, numbers and notes. */
    static final float HEADING = 14f;

    static final float TITLE = 11.5f;
    static final float LABEL = 11f;
    static final float SMALL = 9.5f;

    static final Color INK = Color.BLACK;
    static final Color FAINT = new Color(0x8C8C8C);
    static final Color NOTE = new Color(0x404040);
    static final Color PAPER = Color.WHITE;
    static final Color SEEN = new Color(0xDDEEE8);
    static final Color HATCH = new Color(0xB4B4B4);

    /** Between the lines of the hatching, measured along x. */
    static final double HATCH_STEP = 7;

    static final BasicStroke THIN = stroke(0.7);
    static final BasicStroke HAIR = stroke(0.5);
    static final BasicStroke REFERENCE =
            new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {2.5f, 2.5f}, 0f);
    static final BasicStroke DOT = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke OUTLINE = stroke(1.1);

    private Look() {}

    static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke stroke(Role role) {
        float width = (float) role.width();
        if (role.dashes().isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        var words = role.dashes().split(" ");
        var dashes = new float[words.length];
        for (int k = 0; k < dashes.length; k++) {
            dashes[k] = Float.parseFloat(words[k]);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    }

    /** Through which other bands show. */
    static Color faint(Role role) {
        var colour = role.colour();
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 64);
    }
}
