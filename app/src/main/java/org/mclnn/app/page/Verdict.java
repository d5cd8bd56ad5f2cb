package org.mclnn.app.page;

import java.util.Locale;

/** What came of a claim; shown with a sign and words, not by colour alone. */
public enum Verdict {
    HOLDS("HOLDS", "✓"),
    FAILS("FAILS", "✗"),
    UNDECIDED("CANNOT BE DECIDED", "?");

    private final String label;
    private final String sign;

    Verdict(String label, String sign) {
        this.label = label;
        this.sign = sign;
    }

    /** The words that stand in the page, and in the cell of a table. */
    public String label() {
        return label;
    }

    String html() {
        return "<strong class=\"badge " + name().toLowerCase(Locale.ROOT) + "\"><span aria-hidden=\"true\">" + sign
                + "</span> " + label + "</strong>";
    }

    /** @throws IllegalArgumentException for other words than a label */
    static Verdict of(String label) {
        for (var verdict : values()) {
            if (verdict.label.equals(label)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("a verdict is HOLDS, FAILS or CANNOT BE DECIDED, was '" + label + "'");
    }
}
