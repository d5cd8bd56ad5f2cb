package org.mclnn.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words of a file, numbered 0, 1, 2 ... as they first appear; one that is there already is found without a new string. */
final class Words {
    static final int NONE = -1;

    private byte[] pool = new byte[256]; // the words, one after the other
    private int[] start = {0, 0}; // of each word in the pool, and of the next one
    private long[] keys = {0, 0}; // of each word
    private int count;
    private int last;
    private int[] next = {0, 0}; // which word came after each one, the last time
    private int[] slots = filled(64); // numbers of words by their hash
    private int mask = slots.length - 1;

    private static int[] filled(int size) {
        var slots = new int[size];
        Arrays.fill(slots, NONE);
        return slots;
    }

    int count() {
        return count;
    }

    /** The number of a word, a new one where it has none. Words in the order of the last time are found soonest. */
    int number(byte[] bytes, int from, int to) {
        int guess = expected(bytes, from, to);
        if (guess == NONE) {
            guess = sought(bytes, from, to);
            next[last] = guess;
            last = guess;
        }
        return guess;
    }

    /** The number of a word if it came after the one before the last time too, else {@link #NONE}. */
    int expected(byte[] bytes, int from, int to) {
        int guess = next[last];
        long key = key(bytes, from, to);
        if (key == 0 ? guess >= count || !same(guess, bytes, from, to) : key != keys[guess]) {
            return NONE;
        }
        last = guess;
        return guess;
    }

    /** A word of 1 to 8 bytes, none of them 0, with zeros before it; 0 for others, and at the end of the array. */
    private static long key(byte[] bytes, int from, int to) {
        int length = to - from;
        boolean small = length >= 1 && length <= 8 && from + 8 <= bytes.length;
        return small ? EightBytes.first(length, EightBytes.at(bytes, from)) : 0;
    }

    private int sought(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        if (slots[slot] == NONE) {
            slots[slot] = add(bytes, from, to);
            if (2 * count > slots.length) {
                spread();
            }
            return count - 1;
        }
        return slots[slot];
    }

    int number(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        return number(bytes, 0, bytes.length);
    }

    String text(int number) {
        return TextLines.decoded(pool, start[number], start[number + 1]);
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int k = from; k < to; k++) {
            hash = 31 * hash + bytes[k];
        }
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] != NONE && !same(slots[slot], bytes, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int number, byte[] bytes, int from, int to) {
        int at = start[number];
        int length = to - from;
        if (start[number + 1] - at != length) {
            return false;
        }
        return Arrays.equals(pool, at, at + length, bytes, from, to);
    }

    private int add(byte[] bytes, int from, int to) {
        int at = start[count];
        int end = at + to - from;
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(end, 2 * pool.length));
        }
        System.arraycopy(bytes, from, pool, at, to - from);
        if (count + 2 > start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
            next = Arrays.copyOf(next, start.length);
            keys = Arrays.copyOf(keys, start.length);
        }
        keys[count] = key(bytes, from, to);
        count++;
        start[count] = end;
        return count - 1;
    }

    private void spread() {
        slots = filled(2 * slots.length);
        mask = slots.length - 1;
        for (int number = 0; number < count; number++) {
            slots[slot(pool, start[number], start[number + 1])] = number;
        }
    }
}
