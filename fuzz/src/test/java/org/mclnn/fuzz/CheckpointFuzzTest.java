package org.mclnn.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.mclnn.io.CheckpointFiles;
import org.mclnn.io.InputException;

/** Checkpoints whose sums are right, or no damage would come further than to them. */
class CheckpointFuzzTest {
    private static final Damaged DAMAGED = new Damaged("checkpoint");

    private static final int HEAD = 16; // bytes before the table of sections
    private static final int SECTIONS = 6;
    private static final int NAME = 16;
    private static final int ROW = NAME + Long.BYTES + Integer.BYTES;
    private static final int DIGEST = 32;

    @FuzzTest(maxExecutions = Damaged.INPUTS, maxDuration = "")
    void damaged(byte[] content) throws IOException {
        DAMAGED.read(content, CheckpointFuzzTest::read);
    }

    private static Object read(Path file) throws InputException, IOException {
        var bytes = Files.readAllBytes(file);
        seal(bytes);
        Files.write(file, bytes);
        return new CheckpointFiles(Objects.requireNonNull(file.getParent())).load();
    }

    private static void seal(byte[] bytes) {
        int at = HEAD + SECTIONS * ROW;
        if (bytes.length < at + DIGEST) {
            return;
        }
        var table = ByteBuffer.wrap(bytes);
        for (int row = HEAD; row < HEAD + SECTIONS * ROW; row += ROW) {
            long length = table.getLong(row + NAME);
            if (length < 0 || length > bytes.length - DIGEST - at) {
                return;
            }
            var crc = new CRC32C();
            crc.update(bytes, row, NAME);
            crc.update(bytes, at, (int) length);
            table.putInt(row + NAME + Long.BYTES, (int) crc.getValue());
            at += (int) length;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, bytes.length - DIGEST);
            table.put(bytes.length - DIGEST, digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
