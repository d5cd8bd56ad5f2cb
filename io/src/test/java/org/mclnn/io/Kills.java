package org.mclnn.io;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Kills a process that saves checkpoints without end, at random moments, again and again in one folder, and looks what is left.
 * {@code java -cp ... org.mclnn.io.Kills N} does it N times and ends with 1 if anything was lost.
 */
final class Kills {
    private static final int NUMBERS =
            20_000; // of the optimiser: a file of 160 kB, so that kills hit all of its writing
    private static final int LONGEST = 40; // ms from the first checkpoint to the kill

    private Kills() {}

    /** What came out: one line for each loss. */
    record Result(List<String> lost, long acknowledged, int left) {}

    /** The process that is killed: saves from the given step on and says each step that is saved. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws IOException {
            var files = new CheckpointFiles(Path.of(args[0]));
            for (int step = Integer.parseInt(args[1]); ; step++) {
                files.save(Checkpoints.at(step, NUMBERS));
                System.out.println(step);
                System.out.flush();
            }
        }
    }

    static Result campaign(Path folder, int kills, String... classPath) throws IOException, InterruptedException {
        var random = new SplittableRandom(23);
        var files = new CheckpointFiles(folder);
        var lost = new ArrayList<String>();
        int said = 0;
        int left = 0;
        for (int k = 0; k < kills; k++) {
            int from = said;
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            String.join(File.pathSeparator, classPath),
                            Victim.class.getName(),
                            folder.toString(),
                            Integer.toString(said + 1))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                said = Math.max(said, number(out.readLine()));
                Thread.sleep(random.nextInt(LONGEST));
                process.toHandle().destroyForcibly(); // that of the process closes its output too
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    said = Math.max(said, number(line)); // an unfinished last line is a smaller number
                }
            }
            process.waitFor();
            if (Files.exists(folder.resolve("checkpoint.tmp"))) {
                left++;
            }
            try {
                var loaded = files.load().orElseThrow();
                int found = loaded.checkpoint().state().pieces().get(2).values().length;
                if (found < said || found == from || loaded.warning().isPresent()) {
                    lost.add("kill " + k + ": step " + said + " was said, step " + found + " is there "
                            + loaded.warning().orElse(""));
                }
            } catch (InputException e) {
                lost.add("kill " + k + ": " + e.getMessage());
            }
        }
        return new Result(lost, said, left);
    }

    private static int number(String line) {
        return line == null || line.isEmpty() ? 0 : Integer.parseInt(line);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("mclnn-kills");
        var result = campaign(
                folder,
                Integer.parseInt(args[0]),
                System.getProperty("java.class.path").split(File.pathSeparator));
        new CheckpointFiles(folder).remove();
        Files.delete(folder);
        result.lost.forEach(System.out::println);
        System.out.println(args[0] + " kills, " + result.left + " of them while a checkpoint was written, "
                + result.acknowledged + " checkpoints said to be saved: " + result.lost.size() + " losses");
        System.exit(result.lost.isEmpty() ? 0 : 1);
    }
}
