package org.mclnn.app.config;

/** Settings that cannot be used; the message lists all that is wrong with them. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean inFile;

    /** @param inFile whether something is wrong in a file; else the command line is wrong alone */
    ConfigException(String message, boolean inFile) {
        super(message);
        this.inFile = inFile;
    }

    /** Whether something is wrong in a file. */
    public boolean inFile() {
        return inFile;
    }
}
