package org.jibao.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash over a record and, by the hash of the one before it, over all before it: a change, a removal or an addition in
 * between shows in every later hash. It is no signature: an account with write access can make the whole chain anew.
 */
public final class HashChain {

    private final MessageDigest digest = sha256();

    /** @param previous the hash before, or an empty text at the beginning */
    public HashChain(String previous) {
        add(previous + "\n");
    }

    /** The hash of a record that follows. */
    public static String next(String previous, String record) {
        HashChain chain = new HashChain(previous);
        chain.add(record);
        return chain.hash();
    }

    public void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    public void add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /** In lower-case hex. Nothing can be added after this. */
    public String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
