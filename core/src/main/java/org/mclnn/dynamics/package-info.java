/** Particles under a law: the state, the system, velocity Verlet with its pullback and tangent, simulation and trajectories. */
@NullMarked
package org.mclnn.dynamics;

import org.jspecify.annotations.NullMarked;
