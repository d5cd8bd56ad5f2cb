/** From trajectories to a law: windows, rollouts and their derivatives, Levenberg-Marquardt and Adam. */
@NullMarked
package org.mclnn.training;

import org.jspecify.annotations.NullMarked;
