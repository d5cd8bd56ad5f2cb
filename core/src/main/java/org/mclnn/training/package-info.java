/** From trajectories to a law: windows, rollouts and their derivatives, the stages of a training. */
@NullMarked
package org.mclnn.training;

import org.jspecify.annotations.NullMarked;
