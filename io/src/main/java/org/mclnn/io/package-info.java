/**
 * Trajectory files, one class per format, model files and checkpoints. Bad input gives an {@link org.mclnn.io.InputException}, nothing
 * else.
 */
@NullMarked
package org.mclnn.io;

import org.jspecify.annotations.NullMarked;
