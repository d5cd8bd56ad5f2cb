package org.mclnn.dynamics;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mclnn.dynamics.Examples.Example;

/** Order, reversal and conservation of the motion. */
class VelocityVerletTest {
    private static final long MANY = 100_000;

    static Stream<Example> examples() {
        return Examples.all();
    }

    static Stream<Example> springs() {
        return Stream.of(
                Examples.reference(ReferenceSystem.LINEAR),
                Examples.reference(ReferenceSystem.NONLINEAR),
                Examples.threeDimensional());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void forceIsMinusTheGradientOfTheEnergy(Example example) {
        Physics.assertForceIsMinusTheGradientOfTheEnergy(Motion::verlet, example.system(), example.start());
    }

    @ParameterizedTest
    @MethodSource("springs")
    void halvingTheStepQuartersTheEnergyError(Example example) {
        Physics.assertHalvingTheStepQuartersTheEnergyError(Motion::verlet, example.system(), example.start());
    }

    @ParameterizedTest
    @MethodSource("springs")
    void theTrajectoryIsOfSecondOrder(Example example) {
        Physics.assertTheTrajectoryIsOfSecondOrder(Motion::verlet, example.system(), example.start());
    }

    @ParameterizedTest
    @MethodSource("springs")
    void reversingTheVelocitiesRetracesThePath(Example example) {
        Physics.assertReversingTheVelocitiesRetracesThePath(Motion::verlet, example.system(), example.start());
    }

    @Test
    void reversingTheVelocitiesRetracesThePathUnderGravity() {
        var gravity = Examples.reference(ReferenceSystem.GRAVITY);
        Physics.assertReversingTheVelocitiesRetracesThePath(Motion::verlet, gravity.system(), gravity.start());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void momentumIsConservedToRounding(Example example) {
        Physics.assertMomentumIsConserved(Motion::verlet, example.system(), example.start(), MANY);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void angularMomentumIsConservedToRounding(Example example) {
        Physics.assertAngularMomentumIsConserved(Motion::verlet, example.system(), example.start(), MANY);
    }
}
