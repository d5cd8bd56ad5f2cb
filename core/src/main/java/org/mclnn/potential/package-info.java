/** Laws V(r) of one distance: their families, derivatives with respect to r and to the parameters, and the distances seen. */
@NullMarked
package org.mclnn.potential;

import org.jspecify.annotations.NullMarked;
