package org.mclnn.io;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mclnn.dynamics.Box;

/** Extended XYZ that {@code ase.io.read} reads; numbers come back bit for bit. */
final class XyzFormat implements FrameFormat {
    // other names stop ASE
    private static final Set<String> CHEMICAL =
            Set.of(("X H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co"
                            + " Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu"
                            + " Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es"
                            + " Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og")
                    .split(" "));

    private final Header header;
    private final boolean chemical;
    private final String[] before; // of each row: species, type and label

    XyzFormat(Header header) {
        this.header = header;
        chemical = CHEMICAL.containsAll(header.species());
        before = new String[header.particles()];
        for (int i = 0; i < before.length; i++) {
            var species = word(header.species().get(i));
            before[i] = (chemical ? species : "X " + species)
                    + (header.isNumbered() ? "" : " " + word(header.labels().get(i)));
        }
    }

    private static String word(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "XYZ holds no names with blanks, was '" + name + "'. Rename it, or write a .csv file");
        }
        return name;
    }

    @Override
    public boolean hasGaps() {
        return false; // a row without a name belongs to the particle of its place
    }

    @Override
    public void write(NewFile file, double time, double[] q, double[] v) throws IOException {
        var out = file.text();
        boolean moving = v.length > 0;
        out.write(before.length + "\n" + comment(time, moving) + "\n");
        var row = new StringBuilder();
        for (int i = 0; i < before.length; i++) {
            row.setLength(0);
            row.append(before[i]);
            append(row, q, i);
            if (moving) {
                append(row, v, i);
            }
            if (!header.masses().isEmpty()) {
                row.append(' ').append(header.masses().get(i));
            }
            out.append(row.append('\n'));
        }
    }

    private static void append(StringBuilder row, double[] vectors, int i) {
        row.append(' ').append(vectors[3 * i]);
        row.append(' ').append(vectors[3 * i + 1]);
        row.append(' ').append(vectors[3 * i + 2]);
    }

    private String comment(double time, boolean moving) {
        var box = header.box();
        var text = new StringBuilder();
        if (box.isPeriodic()) {
            text.append("Lattice=\"").append(words(box.vectors())).append("\" ");
        }
        text.append("Properties=species:S:1").append(chemical ? "" : ":type:S:1");
        text.append(header.isNumbered() ? "" : ":label:S:1");
        text.append(":pos:R:3").append(moving ? ":velo:R:3" : "");
        text.append(header.masses().isEmpty() ? "" : ":masses:R:1");
        text.append(" Time=").append(time);
        text.append(" pbc=\"")
                .append(flag(box, 0) + ' ' + flag(box, 1) + ' ' + flag(box, 2))
                .append('"');
        if (box.isPeriodic()) {
            text.append(" unwrapped=T");
        }
        if (header.dimensions() < 3) {
            text.append(" dimensions=").append(header.dimensions());
        }
        if (header.stepsPerFrame() > 0) {
            text.append(" steps_per_frame=").append(header.stepsPerFrame());
        }
        text.append(UnitNotes.text(header.units()));
        return text.toString();
    }

    private static String words(double[] numbers) {
        return DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static String flag(Box box, int axis) {
        return box.isPeriodic(axis) ? "T" : "F";
    }
}
