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

    /** Hides most of what is below. */
    static final Color VEIL = Ink.PAPER.veil(205);

    /** Between the lines of the hatching, measured along x. */
    static final double HATCH_STEP = 7;

    static final BasicStroke THIN = stroke(0.7);
    static final BasicStroke HAIR = stroke(0.5);
    static final BasicStroke REFERENCE =
            new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {2.5f, 2.5f}, 0f);
    static final BasicStroke DOT = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke BIG_DOT = new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
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

    /** The colour of a band, through which other bands show. */
    static Color faint(Role role) {
        return role.ink().veil(64);
    }
}
