package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mclnn.potential.Harmonic;

/** Energies and momenta as defined (Eq. 5, 7). */
class ParticleSystemTest {
    // masses 2 and 3, one along x at distance 3, a spring k = 2, r0 = 1
    private static final ParticleSystem PAIR = ParticleSystem.of(new double[] {2, 3}, Harmonic.of(2, 1));
    private static final State STATE = new State(0, new double[] {1, 0, 0, 4, 0, 0}, new double[] {1, 2, 0, 0, -1, 3});

    @Test
    void theEnergiesAreThoseOfTheTextbook() {
        assertThat(PAIR.kineticEnergy(STATE)).isEqualTo(0.5 * 2 * 5 + 0.5 * 3 * 10);
        assertThat(PAIR.potentialEnergy(STATE)).isEqualTo(0.5 * 2 * 4);
        assertThat(PAIR.lagrangian(STATE)).isEqualTo(20.0 - 4.0);
        assertThat(PAIR.hamiltonian(STATE)).isEqualTo(20.0 + 4.0);
    }

    @Test
    void theMomentaAreThoseOfTheTextbook() {
        assertThat(PAIR.momentum(STATE)).containsExactly(2, 1, 9);
        // 2 (1,0,0) x (1,2,0) + 3 (4,0,0) x (0,-1,3)
        assertThat(PAIR.angularMomentum(STATE)).containsExactly(0, -36, 4 - 12);
    }

    @Test
    void accelerationIsForceOverMassAndTheReactionIsOpposite() {
        var a = new double[6];
        PAIR.forces().accelerations(PAIR.potential().kernel(), STATE.positions(), a);
        assertThat(a).containsExactly(4 / 2.0, 0, 0, -4 / 3.0, 0, 0); // stretched by 2: pulled with 4
    }

    @Test
    void massesAreItsOwn() {
        var masses = new double[] {1, 2};
        var system = ParticleSystem.of(masses, Harmonic.of(1, 1));
        masses[0] = 9;
        system.masses()[1] = 9;
        assertThat(system.masses()).containsExactly(1, 2);
    }

    @Test
    void impossibleParticlesAreRefusedByName() {
        assertThatThrownBy(() -> ParticleSystem.equalMasses(1, 1, Harmonic.of(1, 1)))
                .hasMessage("the number of particles must be at least 2, was 1");
        assertThatThrownBy(() -> ParticleSystem.of(new double[] {1, -2}, Harmonic.of(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the mass of particle 1 must be positive, was -2.0");
        assertThatThrownBy(() -> ParticleSystem.of(new double[] {Double.NaN, 1}, Harmonic.of(1, 1)))
                .hasMessage("the mass of particle 0 must be positive, was NaN");
        assertThatThrownBy(() -> PAIR.in(Box.open(), -1)).hasMessage("the cut-off must be positive, was -1.0");
    }

    @Test
    void beyondTheCutoffPairsDoNotInteract() {
        var near = PAIR.in(Box.open(), 3.5);
        var far = PAIR.in(Box.open(), 3.0); // at the cut-off: no longer
        assertThat(near.potentialEnergy(STATE)).isEqualTo(4.0);
        assertThat(far.potentialEnergy(STATE)).isZero();
        assertThat(far.cutoff()).isEqualTo(3.0);
    }
}
