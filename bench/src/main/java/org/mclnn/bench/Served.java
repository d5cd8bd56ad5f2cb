package org.mclnn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.mclnn.io.InputException;

/** Our side of {@code bench/run}: reads commands, one a line, and answers each by a line of JSON; stays warm in between. */
public final class Served {
    private Served() {}

    public static void main(String[] arguments) throws InputException, IOException {
        try (var answers = new Answers();
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(answers.to(line));
            }
        }
    }
}
