package org.jibao.run.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jibao.store.HashChain;

/**
 * How a line of the ledger carries its hash: as the last member of its object. The hash is over the one before it, over whatever
 * stands between that line and this one, such as what a kill has cut off, and over the line without it.
 */
final class LedgerLines {

    private static final byte[] MEMBER = ",\"chain\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 64;
    private static final int ENDING = MEMBER.length + HASH + 2;

    /** The end of a file that holds the last hash, unless the line after it was very long. */
    private static final int BLOCK = 1 << 16;

    private LedgerLines() {}

    /** Whether the bytes of a line, without its end, end in a hash. */
    static boolean isChained(byte[] bytes, int from, int to) {
        int begin = to - ENDING;
        return begin > from && begins(bytes, begin, MEMBER) && bytes[to - 2] == '"' && bytes[to - 1] == '}';
    }

    private static boolean begins(byte[] bytes, int at, byte[] expected) {
        return java.util.Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }

    /** The hash in a line that has one. */
    static String hash(byte[] bytes, int to) {
        return new String(bytes, to - HASH - 2, HASH, StandardCharsets.US_ASCII);
    }

    /** The hash that a line should have. */
    static String expected(HashChain chain, byte[] line) {
        chain.add(line, 0, line.length - ENDING);
        chain.add("}");
        return chain.hash();
    }

    /**
     * The line for an object that is added to a file, with its hash and its end.
     *
     * @param begun whether what stands in the file does not end in a whole line, which is ended first
     */
    static String following(FileChannel file, boolean begun, String object) throws IOException {
        byte[] tail = tail(file);
        int end = tail.length;
        int line = lastChained(tail, end);
        HashChain chain = new HashChain(line < 0 ? "" : hash(tail, line));
        int between = Math.min(end, line + 1);
        chain.add(tail, between, end - between);
        String ended = begun && line != end ? "\n" : "";
        chain.add(ended + object);
        String member = ",\"chain\":\"" + chain.hash() + "\"}";
        return (begun ? "\n" : "") + object.substring(0, object.length() - 1) + member + "\n";
    }

    /** The end of the file, long enough to hold a line with a hash; the whole file where there is none. */
    private static byte[] tail(FileChannel file) throws IOException {
        long size = file.size();
        long length = Math.min(size, BLOCK);
        while (true) {
            byte[] tail = read(file, size - length, (int) length);
            if (length == size || lastChained(tail, tail.length) >= 0) {
                return tail;
            }
            length = Math.min(size, length * 8);
        }
    }

    private static byte[] read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // A read may give less than was asked for.
        }
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Where the last line that has a hash ends; -1 where none has one. */
    private static int lastChained(byte[] bytes, int length) {
        for (int end = length; end > 0; end--) {
            if ((end == length || bytes[end] == '\n') && isChained(bytes, 0, end)) {
                return end;
            }
        }
        return -1;
    }
}
