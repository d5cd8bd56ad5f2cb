/** What a trajectory can and cannot teach, looked at before anything is learned from it. */
@NullMarked
package org.mclnn.diagnostics;

import org.jspecify.annotations.NullMarked;
