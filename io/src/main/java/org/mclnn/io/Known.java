package org.mclnn.io;

/** What the rows of a file tell besides positions; the same in every frame. */
record Known(boolean labels, boolean species, boolean masses, boolean velocities) {}
