package org.mclnn.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mclnn.potential.Names;

/** What a column of a table can mean. */
public enum Column {
    T("t", "time", "position_t", "timestamp"),
    FRAME("frame", "frame_number", "frame_no", "frame_index", "frame_id"),
    PARTICLE("particle", "particle_id", "track_id", "track", "trajectory", "id"),
    X("x", "position_x", "pos_x", "x_position", "x_pos"),
    Y("y", "position_y", "pos_y", "y_position", "y_pos"),
    Z("z", "position_z", "pos_z", "z_position", "z_pos"),
    VX("vx", "velocity_x", "vel_x", "v_x"),
    VY("vy", "velocity_y", "vel_y", "v_y"),
    VZ("vz", "velocity_z", "vel_z", "v_z"),
    MASS("mass"),
    SPECIES("species");

    static final List<Column> POSITIONS = List.of(X, Y, Z);
    static final List<Column> VELOCITIES = List.of(VX, VY, VZ);

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> names; // that a header may give it, the best first

    Column(String... names) {
        this.names = List.of(names);
    }

    /** The names that are understood in a header, in lower case, the best first. */
    List<String> names() {
        return names;
    }

    /** Its own name: t, frame, particle, x, y, z, vx, vy, vz, mass, species. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The meaning of this name.
     *
     * @throws IllegalArgumentException if there is none: says which are known
     */
    public static Column named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Names.unknown(
                        "meaning of a column",
                        name,
                        Arrays.stream(values()).map(Column::toString).toList())));
    }
}
