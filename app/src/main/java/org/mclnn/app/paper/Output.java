package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mclnn.app.study.Piece;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.potential.Names;

/** What the reproduction shows; each needs some pieces of work. */
public enum Output {
    /** Long runs of the linear springs. */
    FIG2,
    /** Long runs of the other two systems. */
    FIG3,
    /** L of twice as many particles. */
    FIG4,
    /** V(r) and F(r). */
    FIG5,
    /** Forces of the baseline. */
    FIG6,
    /** All of twice as many particles. */
    FIG7,
    /** Losses against widths. */
    TABLE1,
    /** Position error against time. */
    POSITION,
    /** Error against number of trajectories. */
    LEARNING,
    /** Theorem 1. */
    SYMMETRY,
    /** Eq. 3 for any Lagrangian, and the undivided LNN. */
    EQUATION3;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a name that is none */
    public static Output named(String name) {
        return Arrays.stream(values())
                .filter(output -> output.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Names.unknown("output", name, keys())));
    }

    private static List<String> keys() {
        return Arrays.stream(values()).map(Output::key).toList();
    }

    /** The systems that it is about. */
    private List<ReferenceSystem> systems(Settings settings) {
        return settings.systems().stream()
                .filter(system -> switch (this) {
                    case FIG2, TABLE1 -> system == ReferenceSystem.LINEAR;
                    case FIG3 -> system != ReferenceSystem.LINEAR;
                    default -> true;
                })
                .toList();
    }

    /** The work for some outputs: each piece once, after those it needs. */
    static List<Piece> pieces(Set<Output> outputs, Settings settings) {
        var all = all(settings);
        var wanted = new HashSet<String>();
        for (var output : outputs) {
            for (var system : output.systems(settings)) {
                wanted.addAll(output.roots(system, settings));
            }
        }
        var names = new ArrayList<>(all.keySet());
        Collections.reverse(names); // those that need others come before them
        for (var name : names) {
            if (wanted.contains(name)) {
                wanted.addAll(Objects.requireNonNull(all.get(name)).needs());
            }
        }
        return all.values().stream()
                .filter(piece -> wanted.contains(piece.name()))
                .toList();
    }

    private List<String> roots(ReferenceSystem system, Settings settings) {
        return switch (this) {
            case FIG2, FIG3, POSITION -> List.of(Motions.name(system), Chaos.name(system));
            case FIG4, FIG7 -> List.of(Sizes.name(system));
            case FIG5 ->
                Stream.concat(
                                Stream.of(Curves.name(system), Laws.positions(system)),
                                Sweep.asPaper(system, settings).stream().map(Piece::name))
                        .toList();
            case FIG6 -> Baselines.names(system, settings);
            case TABLE1 -> names(Sweep.pieces(settings));
            case LEARNING -> names(Learning.pieces(system, settings));
            case SYMMETRY -> List.of(Symmetries.name(system));
            case EQUATION3 ->
                Stream.concat(
                                Stream.of(Oracle.NAME),
                                settings.dear().stream().map(seed -> Undivided.name(system, seed)))
                        .toList();
        };
    }

    private static List<String> names(List<Piece> pieces) {
        return pieces.stream().map(Piece::name).toList();
    }

    /** Every piece there is, in an order in which they can be done. */
    private static Map<String, Piece> all(Settings settings) {
        var pieces = new ArrayList<Piece>();
        for (var system : settings.systems()) {
            settings.cheap().forEach(seed -> pieces.add(Laws.trainNetwork(system, seed)));
            pieces.add(Laws.trainSplines(system));
            pieces.add(Laws.trainPositions(system, settings.cheap().get(0)));
            pieces.add(Curves.piece(system, settings));
            pieces.add(Chaos.piece(system));
            pieces.add(Sizes.piece(system, settings));
        }
        pieces.add(Oracle.piece(settings));
        if (settings.systems().contains(ReferenceSystem.LINEAR)) {
            pieces.addAll(Sweep.pieces(settings));
        }
        for (var system : settings.systems()) {
            for (var variant : Baselines.variants(settings)) {
                settings.dear().forEach(seed -> pieces.add(Baselines.piece(system, variant, settings, seed)));
            }
            pieces.add(Motions.piece(system, settings));
            pieces.add(Symmetries.piece(system, settings));
            settings.dear().forEach(seed -> pieces.add(Undivided.piece(system, settings, seed)));
            pieces.addAll(Learning.pieces(system, settings));
            pieces.addAll(Sweep.asPaper(system, settings));
        }
        var byName = new LinkedHashMap<String, Piece>();
        pieces.forEach(piece -> byName.put(piece.name(), piece));
        return byName;
    }
}
