/** Least squares and minimisation: Levenberg-Marquardt, L-BFGS, Adam, each step by step; sums over chunks on several threads. */
@NullMarked
package org.mclnn.optimisation;

import org.jspecify.annotations.NullMarked;
