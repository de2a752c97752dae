package org.jibao.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** Names that strangers gave their files, in forms and in mails. */
public final class GivenFileName {

    private static final int MARK = 8;

    private GivenFileName() {}

    /** The last name of what may be a path of another system. */
    public static String last(String given) {
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    }

    /** The name in the one form of letters, with its ending, and nothing that could be a path. */
    public static String safe(String given) {
        String composed = Normalizer.normalize(last(given), Normalizer.Form.NFC).strip();
        int dot = composed.lastIndexOf('.');
        boolean plain = dot > 0 && composed.substring(dot).matches("\\.[A-Za-z0-9]{1,8}");
        String ending = plain ? composed.substring(dot) : "";
        String stem = plain ? composed.substring(0, dot) : composed;
        return SafeFileName.of(stem, ending, mark(composed));
    }

    private static String mark(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
