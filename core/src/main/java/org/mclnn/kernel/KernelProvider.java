package org.mclnn.kernel;

import java.util.Optional;

/** A module that brings a {@link Kernel}, found by {@link java.util.ServiceLoader}. */
public interface KernelProvider {
    /** As {@code -Dmclnn.kernel} names it. */
    String name();

    /** What this JVM lacks to run it, as a sentence that says what to do; empty if nothing. */
    Optional<String> lack();

    /** The kernel; only asked for where nothing is lacking. */
    Kernel kernel();
}
