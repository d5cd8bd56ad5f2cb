package org.mclnn.io;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.function.Consumer;

/** H5MD files as other programs write them. */
final class H5mdFiles {
    private H5mdFiles() {}

    /** A file whose particles/all is filled in. */
    static Path file(Path folder, Consumer<WritableGroup> content) {
        var file = folder.resolve("a.h5");
        try (var out = HdfFile.write(file)) {
            content.accept(out.putGroup("particles").putGroup("all"));
        }
        return file;
    }

    /** A group with a value in each frame, without steps and times. */
    static WritableGroup element(WritableGroup all, String name, Object value) {
        var group = all.putGroup(name);
        group.putDataset("value", value);
        return group;
    }

    static WritableGroup timed(WritableGroup all, String name, Object value, double... times) {
        var group = element(all, name, value);
        group.putDataset("time", times);
        return group;
    }

    /** Two particles, 0 and k at x in frame k. */
    static double[][][] moving(int frames) {
        var q = new double[frames][2][3];
        for (int k = 0; k < frames; k++) {
            q[k][1][0] = k;
        }
        return q;
    }

    static void box(WritableGroup all, Object edges, String... boundary) {
        var box = all.putGroup("box");
        box.putAttribute("boundary", boundary);
        box.putDataset("edges", edges);
    }
}
