package org.mclnn.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.app.page.Verdict;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Study;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.training.TrainingOptions.Optimizer;

/** Verdicts on findings that are made up. */
class ClaimsTest {
    private static final Settings SETTINGS =
            new Settings(List.of(ReferenceSystem.values()), OptionalInt.of(1), false, false);

    @TempDir
    private Path folder;

    private final List<Piece> pieces = new ArrayList<>();

    private void found(String name, Consumer<Findings.Builder> with) {
        pieces.add(new Piece(name, name, "", List.of(), 1, desk -> {
            var findings = Findings.builder();
            with.accept(findings);
            return findings.build();
        }));
    }

    private Claim claim(int number) throws Exception {
        try (var study = Study.open(folder, "p").orElseThrow()) {
            study.run(pieces, 1, () -> false, Study.Progress.NONE);
            return new Claims(SETTINGS, study).all().get(number - 1);
        }
    }

    private void widths(double narrow, double wide) {
        for (var hidden : Sweep.PAPER) {
            for (long seed = 100; seed < 110; seed++) {
                double loss = hidden.get(0) == 2 ? narrow * (seed == 104 ? 1 : 2) : wide * (seed == 102 ? 1 : 0.5);
                found(
                        Sweep.piece(ReferenceSystem.LINEAR, hidden, Optimizer.LM, seed)
                                .name(),
                        findings -> findings.number("parameters", 1)
                                .number("network training loss", loss)
                                .number("network validation loss", loss)
                                .number("network force error", 1)
                                .number("network iterations", 1));
            }
        }
    }

    @Test
    void withoutExperimentsNothingIsDecided() throws Exception {
        for (int number = 1; number <= 8; number++) {
            var claim = claim(number);
            assertThat(claim.question().number()).isEqualTo(number);
            assertThat(claim.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(claim.value()).isEqualTo("not measured");
        }
    }

    @Test
    void table1HoldsWhereItIsAsPrinted() throws Exception {
        widths(1.1e-8, 0.99e-8);
        assertThat(claim(7).verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void table1FailsWhereTheNarrowNetworkGetsThere() throws Exception {
        widths(0.99e-8, 0.99e-8); // one seed of ten
        assertThat(claim(7).verdict()).isEqualTo(Verdict.FAILS);
        assertThat(claim(7).value()).contains("1 of 10 seeds");
    }

    @Test
    void table1FailsWhereAWideNetworkDoesNot() throws Exception {
        widths(1, 1.01e-8); // one seed of ten
        assertThat(claim(7).verdict()).isEqualTo(Verdict.FAILS);
        assertThat(claim(7).reason()).contains("wide");
    }

    private void positions(double gravity) {
        for (var system : ReferenceSystem.values()) {
            found(
                    Laws.positions(system),
                    findings ->
                            findings.number("MCLNN force error", system == ReferenceSystem.GRAVITY ? gravity : 1e-6));
        }
    }

    @Test
    void oneSystemBeyondTheThresholdIsEnoughToFail() throws Exception {
        positions(1.01e-3);
        assertThat(claim(5).verdict()).isEqualTo(Verdict.FAILS);
        assertThat(claim(5).value()).contains("gravity 1.0 × 10^{−3}");
    }

    @Test
    void allWithinTheThresholdHold() throws Exception {
        positions(0.99e-3);
        assertThat(claim(5).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim(4).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aLawWithoutANumberDoesNotHold() throws Exception {
        positions(Double.NaN);
        assertThat(claim(5).verdict()).isEqualTo(Verdict.FAILS);
    }
}
