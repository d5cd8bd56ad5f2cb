/** The inner loops of training and simulation: what they compute, and their plain-Java form. */
@NullMarked
package org.mclnn.kernel;

import org.jspecify.annotations.NullMarked;
