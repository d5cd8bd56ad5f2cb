package org.mclnn.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class DumpFuzzTest {
    private static final Damaged DAMAGED = new Damaged("a.dump");

    @FuzzTest(maxExecutions = Damaged.INPUTS, maxDuration = "")
    void damaged(byte[] content) throws IOException {
        DAMAGED.read(content);
    }
}
