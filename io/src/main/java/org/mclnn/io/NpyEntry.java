package org.mclnn.io;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.openlca.npy.NpyDataType;
import org.openlca.npy.NpyHeader;

/** One array of an NPZ file, read from its start to its end. Nothing is reserved on the word of the file alone. */
final class NpyEntry implements Closeable {
    private static final int MOST_AT_ONCE = 1 << 28; // bytes
    private static final int LONGEST_HEADER = 1 << 16; // bytes; NumPy itself reads 10,000
    private static final int LONGEST_WORD = 1000;

    private final Path file;
    private final String name;
    private final InputStream in;
    private final int[] shape;
    private final NpyDataType type;
    private final int width; // bytes of an element
    private final ByteOrder order;

    NpyEntry(Path file, ZipFile zip, ZipEntry entry) throws InputException, IOException {
        this.file = file;
        name = entry.getName();
        in = zip.getInputStream(entry);
        try {
            var start = header(in);
            if (new String(start, StandardCharsets.ISO_8859_1).contains("'|O")) {
                throw wrong("the array holds objects of Python, which are not read", "Save it as float64");
            }
            var header = NpyHeader.read(new ByteArrayInputStream(start));
            var dict = header.dict();
            shape = dict.shape();
            type = dict.dataType();
            width = type == NpyDataType.U ? 4 * dict.typeSize() : type == NpyDataType.S ? dict.typeSize() : type.size();
            order = header.byteOrder();
            if (width < 1) {
                throw wrong("elements of " + width + " bytes", "Write the file with numpy.savez");
            }
            if (dict.hasFortranOrder() && shape.length > 1) {
                throw wrong("the array is in Fortran order", "Save numpy.ascontiguousarray of it");
            }
        } catch (RuntimeException | EOFException | ZipException e) {
            in.close();
            throw wrong("this is no NumPy array (" + e.getMessage() + ")", "Write the file with numpy.savez");
        } catch (InputException | IOException e) {
            in.close();
            throw e;
        }
    }

    /** The bytes before the first element; the library would reserve whatever length they state. */
    private static byte[] header(InputStream in) throws IOException {
        var start = ByteBuffer.wrap(in.readNBytes(12)).order(ByteOrder.LITTLE_ENDIAN);
        if (start.limit() < 12) {
            throw new EOFException("it ends inside the header");
        }
        boolean first = start.get(6) == 1; // the version, whose header has a length of two bytes
        long length = first ? Short.toUnsignedLong(start.getShort(8)) : Integer.toUnsignedLong(start.getInt(8));
        if (length < 2 || length > LONGEST_HEADER) {
            throw new EOFException("a header of " + length + " bytes");
        }
        var rest = in.readNBytes((int) length - (first ? 2 : 0));
        return ByteBuffer.allocate(12 + rest.length).put(start).put(rest).array();
    }

    private InputException wrong(String what, String remedy) {
        return InputException.of(file, name + ": " + what, remedy);
    }

    int[] shape() {
        return shape.clone();
    }

    /** The next n numbers. */
    double[] numbers(long n) throws InputException, IOException {
        if (type == NpyDataType.U || type == NpyDataType.S) {
            throw wrong("the array holds words, not numbers", "Save it as float64");
        }
        if (n > MOST_AT_ONCE / width) {
            throw wrong(
                    "a frame of " + n + " numbers",
                    "Frames of up to " + MOST_AT_ONCE / width + " numbers of this kind are read");
        }
        var bytes = bytes((int) n * width);
        var values = new double[(int) n];
        for (int k = 0; k < values.length; k++) {
            values[k] = switch (type) {
                case f8 -> bytes.getDouble();
                case f4 -> bytes.getFloat();
                case i8 -> (double) bytes.getLong();
                case u8 -> unsigned(bytes.getLong());
                case i4 -> bytes.getInt();
                case u4 -> Integer.toUnsignedLong(bytes.getInt());
                case i2 -> bytes.getShort();
                case u2 -> Short.toUnsignedInt(bytes.getShort());
                case i1 -> bytes.get();
                case u1 -> Byte.toUnsignedInt(bytes.get());
                default -> throw wrong("the array holds " + type + ", not numbers", "Save it as float64");
            };
        }
        return values;
    }

    /** Nearest to a number from 0 to 2^64, of which the highest bit is the sign of a long. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : new BigInteger(Long.toUnsignedString(bits)).doubleValue();
    }

    /** All words of a list of strings, or of whole numbers. */
    List<String> words() throws InputException, IOException {
        var words = new ArrayList<String>();
        if (type != NpyDataType.U && type != NpyDataType.S) {
            if (type == NpyDataType.i8 || type == NpyDataType.u8) {
                for (int k = 0; k < shape[0]; k++) {
                    long value = bytes(width).getLong(); // not all of them are doubles
                    words.add(type == NpyDataType.i8 ? Long.toString(value) : Long.toUnsignedString(value));
                }
                return words;
            }
            for (double value : numbers(shape[0])) {
                words.add(value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
            }
            return words;
        }
        if (width > 4 * LONGEST_WORD) {
            throw wrong("words of " + width + " bytes", "Give names of at most " + LONGEST_WORD + " characters");
        }
        var charset = type == NpyDataType.S
                ? StandardCharsets.UTF_8
                : Charset.forName(order == ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE");
        for (int k = 0; k < shape[0]; k++) {
            var word = new String(bytes(width).array(), charset);
            int end = word.indexOf('\0');
            words.add(end < 0 ? word : word.substring(0, end));
        }
        return words;
    }

    private ByteBuffer bytes(int length) throws InputException, IOException {
        byte[] bytes;
        try {
            bytes = in.readNBytes(length);
        } catch (EOFException | ZipException e) {
            bytes = new byte[0];
        }
        if (bytes.length < length) {
            throw wrong("the file ends inside the array", "Copy or save it again");
        }
        return ByteBuffer.wrap(bytes).order(order);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
