/** Motion of any Lagrangian by the Euler-Lagrange equation (paper, Eq. 3), which the laws of pairs are measured against. */
@NullMarked
package org.mclnn.baseline;

import org.jspecify.annotations.NullMarked;
