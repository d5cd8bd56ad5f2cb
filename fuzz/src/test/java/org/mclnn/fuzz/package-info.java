/** Readers given damaged input by a fuzzer. */
@NullMarked
package org.mclnn.fuzz;

import org.jspecify.annotations.NullMarked;
