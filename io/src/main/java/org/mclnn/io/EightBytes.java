package org.mclnn.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of text in one long, the first of them lowest. */
final class EightBytes {
    /** A 1 in each byte. */
    static final long ONES = 0x0101010101010101L;

    /** The high bit of each byte. */
    static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /** Those that begin here; all are there. */
    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The first n, from 0 to 8, moved to the end, with zeros before them. */
    static long first(int n, long word) {
        int half = 32 - 4 * n; // of the bits that are none of them
        return word << half << half;
    }
}
