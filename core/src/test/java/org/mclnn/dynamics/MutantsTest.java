package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mclnn.dynamics.Mutants.EXPLICIT_EULER;
import static org.mclnn.dynamics.Mutants.NO_HALF_IN_THE_KICK;
import static org.mclnn.dynamics.Mutants.NO_REACTION;
import static org.mclnn.dynamics.Mutants.SIGN_FLIPPED;
import static org.mclnn.dynamics.Mutants.WEAK_FORCE;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The checks of {@link Physics} are sharp: each turns a wrong motion down. */
class MutantsTest {
    private static final ParticleSystem SYSTEM = ReferenceSystem.LINEAR.system(3);
    private static final State START = ReferenceSystem.LINEAR.start();

    @Test
    void aFlippedSignIsCaughtByForceAgainstEnergyAndByEnergy() {
        assertCaught(() -> Physics.assertForceIsMinusTheGradientOfTheEnergy(SIGN_FLIPPED, SYSTEM, START));
        assertCaught(() -> Physics.assertHalvingTheStepQuartersTheEnergyError(SIGN_FLIPPED, SYSTEM, START));
    }

    @Test
    void aMissingHalfInTheKickIsCaughtByEnergy() {
        assertCaught(() -> Physics.assertHalvingTheStepQuartersTheEnergyError(NO_HALF_IN_THE_KICK, SYSTEM, START));
    }

    @Test
    void aThousandthOfTheForceLostIsCaughtByForceAgainstEnergyAndByEnergy() {
        assertCaught(() -> Physics.assertForceIsMinusTheGradientOfTheEnergy(WEAK_FORCE, SYSTEM, START));
        assertCaught(() -> Physics.assertHalvingTheStepQuartersTheEnergyError(WEAK_FORCE, SYSTEM, START));
    }

    @Test
    void aLostReactionIsCaughtByMomentum() {
        assertCaught(() -> Physics.assertMomentumIsConserved(NO_REACTION, SYSTEM, START, 10));
        assertCaught(() -> Physics.assertAngularMomentumIsConserved(NO_REACTION, SYSTEM, START, 10));
        assertCaught(() -> Physics.assertForceIsMinusTheGradientOfTheEnergy(NO_REACTION, SYSTEM, START));
    }

    @Test
    void explicitEulerIsCaughtByOrderReversalAndEnergy() {
        assertCaught(() -> Physics.assertTheTrajectoryIsOfSecondOrder(EXPLICIT_EULER, SYSTEM, START));
        assertCaught(() -> Physics.assertReversingTheVelocitiesRetracesThePath(EXPLICIT_EULER, SYSTEM, START));
        assertCaught(() -> Physics.assertHalvingTheStepQuartersTheEnergyError(EXPLICIT_EULER, SYSTEM, START));
    }

    private static void assertCaught(ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class);
    }

    /** So conservation cannot rank laws; that takes a comparison with the energy. */
    @Test
    void conservationCannotTellAWeakForceFromTheRightOne() {
        Physics.assertMomentumIsConserved(WEAK_FORCE, SYSTEM, START, 1000);
        Physics.assertAngularMomentumIsConserved(WEAK_FORCE, SYSTEM, START, 1000);
        Physics.assertReversingTheVelocitiesRetracesThePath(WEAK_FORCE, SYSTEM, START);
        Physics.assertTheTrajectoryIsOfSecondOrder(WEAK_FORCE, SYSTEM, START);
    }
}
