/** From trajectories to a law: windows, rollouts and their derivatives, Levenberg-Marquardt, L-BFGS and Adam. */
@NullMarked
package org.mclnn.training;

import org.jspecify.annotations.NullMarked;
