package org.mclnn.app.paper;

import java.util.List;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Table;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.evaluation.Lyapunov;

/** The Lyapunov time of the true motion over the whole run: how fast the error of any law grows, however good it is. */
final class Chaos {
    private Chaos() {}

    static String name(ReferenceSystem system) {
        return "chaos-" + system.key();
    }

    static Piece piece(ReferenceSystem system) {
        return new Piece(name(system), "Lyapunov time of " + Task.title(system), "whole run", List.of(), 0.5, desk -> {
            var task = Task.of(system);
            var chaos = Lyapunov.of(task.system(), system.start(), Task.SIMULATOR, Task.RUN);
            return Findings.builder()
                    .number("exponent", chaos.exponent())
                    .number("uncertainty", chaos.uncertainty())
                    .number("resolution", chaos.resolution())
                    .number("time", chaos.time().orElse(Double.POSITIVE_INFINITY))
                    .table("rates", Table.empty().with("rate", chaos.rates()))
                    .build();
        });
    }
}
