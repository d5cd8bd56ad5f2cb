package org.mclnn.app.figure;

/** Text as it stands in XML and HTML, between tags and in attributes. */
public final class Xml {
    private Xml() {}

    public static String escape(String text) {
        var out = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
