package org.mclnn.app.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mclnn.app.report.Trained;
import org.mclnn.io.ModelFile;
import org.mclnn.kernel.Kernels;

/** What ran, on which machine, when and how long: the one file of a run that differs each time. */
final class RunManifest {
    private final Instant started = Instant.now();
    private final long begin = System.nanoTime();
    private double read;
    private double training;

    /** The data are there. */
    void isRead() {
        read = seconds();
    }

    /** The law is there. */
    void isTrained() {
        training = seconds() - read;
    }

    /** Since the beginning. */
    double seconds() {
        return (System.nanoTime() - begin) * 1e-9;
    }

    /** The text of manifest.json. */
    String text(Trained trained, String command) {
        var origin = trained.model().manifest();
        var kernel = Kernels.active();
        return new JsonOut()
                        .put("format", "mclnn-run")
                        .put("version", 1L)
                        .put(
                                "program",
                                new JsonOut()
                                        .put("version", origin.version())
                                        .put("command", command)
                                        .put("configuration", origin.configuration())
                                        .put("seed", origin.seed())
                                        .put("threads", (long) trained.options().threads())
                                        .put("kernel", kernel.name())
                                        .put("lanes", (long) kernel.lanes()))
                        .put(
                                "data",
                                new JsonOut().put("file", origin.dataFile()).put("sha256", origin.dataSha256()))
                        .put(
                                "machine",
                                new JsonOut()
                                        .put("java", Runtime.version().toString())
                                        .put("jvm", origin.jvm())
                                        .put(
                                                "os",
                                                System.getProperty("os.name") + " " + System.getProperty("os.version"))
                                        .put("arch", System.getProperty("os.arch"))
                                        .put("cores", (long)
                                                Runtime.getRuntime().availableProcessors())
                                        .put(
                                                "heapMegabytes",
                                                Runtime.getRuntime().maxMemory() >> 20))
                        .put(
                                "time",
                                new JsonOut()
                                        .put(
                                                "started",
                                                started.truncatedTo(ChronoUnit.SECONDS)
                                                        .toString())
                                        .put("readingSeconds", read)
                                        .put("trainingSeconds", training)
                                        .put("totalSeconds", seconds()))
                        .put(
                                "fingerprint",
                                ModelFile.fingerprint(
                                        trained.result().potential().law()))
                        .toIndentedText()
                + "\n";
    }
}
