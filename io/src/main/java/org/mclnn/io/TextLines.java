package org.mclnn.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of a text file, one at a time; memory does not grow with the file. Refuses what is not text. */
final class TextLines implements Closeable {
    /** No line of a sane file is longer: 1 MiB. */
    private static final int LONGEST = 1 << 20;

    private static final int END = -1;

    private final InputStream in;
    private final Cursor cursor;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private byte[] line = new byte[256];
    private int length;
    private boolean ascii;
    private String text = "";

    TextLines(Path file) throws IOException {
        in = Files.newInputStream(file);
        cursor = new Cursor(file);
    }

    /** Moves to the next line; false at the end of the file. */
    boolean next() throws IOException, InputException {
        int b = read();
        if (b == END) {
            return false;
        }
        cursor.moveTo(cursor.line() + 1);
        length = 0;
        ascii = true;
        while (b != '\n' && b != END) {
            check(b);
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) b;
            ascii &= b < 0x80;
            b = read();
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        text = decoded();
        return true;
    }

    /** As {@link #next}, passing over blank lines. */
    boolean nextFilled() throws IOException, InputException {
        while (next()) {
            if (!text.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The line without its end. */
    String text() {
        return text;
    }

    Cursor cursor() {
        return cursor;
    }

    private int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return END;
            }
        }
        return buffer[at++] & 0xff;
    }

    private void check(int b) throws InputException {
        if (b < ' ' && b != '\t' && b != '\r' && b != '\f') {
            throw cursor.error(
                    String.format(java.util.Locale.ROOT, "byte 0x%02x: this is not a text file", b),
                    "Give an unpacked file of plain UTF-8 text");
        }
        if (length == LONGEST) {
            throw cursor.error(
                    "this line is longer than " + LONGEST + " bytes", "Give a text file with one row a line");
        }
    }

    private String decoded() {
        int from = cursor.line() == 1 && startsWithByteOrderMark() ? 3 : 0;
        if (ascii) {
            return new String(line, from, length - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, from, length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            // an old file in Latin-1: a unit such as µm in a header need not stop it
            return new String(line, from, length - from, StandardCharsets.ISO_8859_1);
        }
    }

    private boolean startsWithByteOrderMark() {
        return length >= 3 && (line[0] & 0xff) == 0xef && (line[1] & 0xff) == 0xbb && (line[2] & 0xff) == 0xbf;
    }

    /**
     * The rest of the lines as characters, each ended by a line feed. An {@link InputException} arrives as the cause of an {@link
     * IOException}.
     */
    Reader rest() {
        return new Reader() {
            private String current = "";
            private int position;

            @Override
            public int read(char[] target, int offset, int wanted) throws IOException {
                if (position == current.length()) {
                    try {
                        if (!next()) {
                            return END;
                        }
                    } catch (InputException e) {
                        throw new IOException(e);
                    }
                    current = text + '\n';
                    position = 0;
                }
                int n = Math.min(wanted, current.length() - position);
                current.getChars(position, position + n, target, offset);
                position += n;
                return n;
            }

            @Override
            public void close() throws IOException {
                TextLines.this.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
