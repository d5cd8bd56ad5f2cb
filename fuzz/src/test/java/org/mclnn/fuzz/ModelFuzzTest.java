package org.mclnn.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.mclnn.io.ModelFile;

class ModelFuzzTest {
    private static final Damaged DAMAGED = new Damaged("model.json");

    @FuzzTest(maxExecutions = Damaged.INPUTS, maxDuration = "")
    void damaged(byte[] content) throws IOException {
        DAMAGED.read(content, ModelFile::read);
    }
}
