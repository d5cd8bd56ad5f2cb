/** The inner loops with vector instructions (jdk.incubator.vector). */
@NullMarked
package org.mclnn.simd;

import org.jspecify.annotations.NullMarked;
