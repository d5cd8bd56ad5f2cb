package org.mclnn.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The lines of a text file, one at a time, packed by gzip or not; memory does not grow with the file. Refuses what is not text. */
final class TextLines implements Closeable {
    private static final long LARGE = 1L << 25; // bytes

    private final LineBlocks blocks;
    private final Cursor cursor;
    private LineBlocks.Part part;
    private int line = -1; // in the block

    TextLines(Path file) throws InputException, IOException {
        this(file, LineBlock.NOTHING);
    }

    /** @param separator as {@link #separatedBy} */
    TextLines(Path file, char separator) throws InputException, IOException {
        this(file, separator, Files.size(file));
    }

    private TextLines(Path file, char separator, long size) throws InputException, IOException {
        this(file, separator, LineBlocks.threads(size), size >= LARGE);
    }

    /**
     * @param threads that look ahead
     * @param large whether there are numbers enough that compiling what reads many of them at once is worth it
     */
    TextLines(Path file, char separator, int threads, boolean large) throws InputException, IOException {
        cursor = new Cursor(file);
        blocks = new LineBlocks(file, pieces(file, threads), separator, threads, large);
        try {
            part = blocks.next();
        } catch (IOException e) {
            blocks.close();
            throw e;
        }
    }

    private static Pieces pieces(Path file, int threads) throws InputException, IOException {
        return threads > 0 && !Packed.isPacked(file) ? new FilePieces(file) : new StreamPieces(Packed.open(file));
    }

    /** Moves to the next line; false at the end of the file. */
    boolean next() throws IOException, InputException {
        line++;
        while (line >= part.block().lines) {
            checkSound();
            if (part.last()) {
                return false;
            }
            blocks.recycle(part.block());
            part = blocks.next();
            line = 0;
        }
        cursor.moveTo(cursor.line() + 1);
        return true;
    }

    /** Throws what stopped the reading behind the last line of the block. */
    private void checkSound() throws IOException, InputException {
        int wrong = part.block().wrong;
        if (wrong >= 0) {
            throw InputException.at(
                    cursor.file(),
                    cursor.line() + 1,
                    String.format(
                            Locale.ROOT, "byte 0x%02x: this is not a text file", part.block().bytes[wrong] & 0xff),
                    "Give a file of plain UTF-8 text, or one that gzip packed");
        }
        if (part.failure().isPresent()) {
            var failure = part.failure().get();
            if (failure instanceof Pieces.LongLineException) {
                throw InputException.at(
                        cursor.file(),
                        cursor.line() + 1,
                        "this line is longer than " + Pieces.LONGEST + " bytes",
                        "Give a text file with one row a line");
            }
            if (failure instanceof Packed.DamagedException damaged) {
                throw damaged.what();
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException ours) {
                throw ours;
            }
            throw failure instanceof IOException io ? io : new IOException(failure);
        }
    }

    /** As {@link #next}, passing over blank lines. */
    boolean nextFilled() throws IOException, InputException {
        while (next()) {
            if (cursor.line() == 1) {
                checkLineEnd();
            }
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    private void checkLineEnd() throws InputException {
        if (text().indexOf('\r') >= 0) {
            throw cursor.error(
                    "lines end with carriage returns alone, as on old Macs",
                    "End them with line feeds: tr '\\r' '\\n' < FILE > ANOTHER");
        }
    }

    /** What stands between fields: {@link LineBlock#BLANKS}, or a delimiter. Then {@link Fields} find them sooner. */
    void separatedBy(char separator) {
        blocks.separate(separator);
    }

    /** In which {@link LineBlock#columns} numbers will be sought; they are found in others too, but not as soon. */
    void numbersIn(long columns) {
        blocks.number(columns);
    }

    /** What holds the line; not to be changed, and valid until the next one. */
    LineBlock block() {
        return part.block();
    }

    /** The number of the line in its block. */
    int lineInBlock() {
        return line;
    }

    int from() {
        return block().from[line];
    }

    int to() {
        return block().to[line];
    }

    boolean isBlank() {
        for (int k = from(); k < to(); k++) {
            if (!LineBlock.isBlank(block().bytes[k])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line begins with a character of ASCII. */
    boolean startsWith(char c) {
        return from() < to() && block().bytes[from()] == c;
    }

    /** The line without its end. */
    String text() {
        return decoded(block().bytes, from(), to());
    }

    /** Text in UTF-8, or in Latin-1 where it is none: a unit such as µm in the header of an old file need not stop it. */
    static String decoded(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    Cursor cursor() {
        return cursor;
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
