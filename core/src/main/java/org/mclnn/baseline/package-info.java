/**
 * What the laws of pairs are measured against: the motion of any Lagrangian by the Euler-Lagrange equation (paper, Eq. 3), and networks of
 * all coordinates, V(q) or L(q, v).
 */
@NullMarked
package org.mclnn.baseline;

import org.jspecify.annotations.NullMarked;
