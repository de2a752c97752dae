package org.jibao.definition;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which a template's mark is signed: HMAC-SHA256 over job, unit and period. Whoever has the template of a unit and period has
 * its code; without the key no other code can be derived from it. Thread-safe.
 */
public final class MarkKey {

    /** In bytes; as long as the hash. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException where the key is not {@link #LENGTH} bytes long */
    public MarkKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The code of a unit's template for a period, in lower-case hexadecimal. */
    public String code(String job, String unit, String period) {
        return HexFormat.of().formatHex(mac(job, unit, period));
    }

    /** Whether a code is that of a unit and period; takes as long whatever it says. */
    public boolean proves(String code, String job, String unit, String period) {
        byte[] said = code.strip().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        byte[] right = code(job, unit, period).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, said);
    }

    private byte[] mac(String job, String unit, String period) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // None of the three has a line break in it.
            return mac.doFinal(
                    String.join("\n", "jibao-template-1", job, unit, period).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
