package org.mclnn.app.page;

import java.util.regex.Pattern;

/** What may name a place in a page, and where links may lead. */
final class Ids {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern BESIDE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_./-]*");

    private Ids() {}

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name in a page has small letters, digits and hyphens, was '" + name + "'");
        }
        return name;
    }

    /** A file in the page's folder or below it. */
    static String beside(String path) {
        if (!BESIDE.matcher(path).matches() || path.contains("..") || path.contains("//")) {
            throw new IllegalArgumentException(
                    "a page links to files beside it, by letters, digits, '-', '_', '.' and '/'; was '" + path + "'");
        }
        return path;
    }

    /** A place in the page, a file beside it or an address in the web. */
    static String link(String target) {
        boolean place =
                target.startsWith("#") && NAME.matcher(target.substring(1)).matches();
        boolean web = target.startsWith("https://") && target.chars().noneMatch(c -> c <= ' ' || c == '"');
        return place || web ? target : beside(target);
    }
}
