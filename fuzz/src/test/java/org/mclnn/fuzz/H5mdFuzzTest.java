package org.mclnn.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class H5mdFuzzTest {
    private static final Damaged DAMAGED = new Damaged("a.h5");

    @FuzzTest(maxExecutions = Damaged.INPUTS, maxDuration = "")
    void damaged(byte[] content) throws IOException {
        DAMAGED.read(content);
    }
}
