package org.jibao.definition;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The public key by which an office's packages are known: Ed25519, written as the Base64 of its X.509 form, as other
 * programs write it too. Two are equal where their texts are.
 *
 * @param text 60 characters
 */
public record OfficeKey(String text) {

    public static final String ALGORITHM = "Ed25519";

    /** Characters of a key's text. */
    private static final int LENGTH = 60;

    /** Bytes of a signature. */
    private static final int SIGNATURE = 64;

    /** Hexadecimal digits that stand together, and how many such groups make a fingerprint: 96 bits. */
    private static final int GROUP = 4;

    private static final int GROUPS = 6;

    /** @throws IllegalArgumentException where the text is no such key */
    public OfficeKey {
        text = text.strip();
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("a key of " + text.length() + " characters");
        }
        decoded(text);
    }

    public static OfficeKey of(PublicKey key) {
        return new OfficeKey(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /** What two people compare by telephone: six groups of four hexadecimal digits, from the hash of the key's text. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            String digits = HexFormat.of().formatHex(hash);
            return IntStream.range(0, GROUPS)
                    .mapToObj(group -> digits.substring(group * GROUP, (group + 1) * GROUP))
                    .collect(Collectors.joining("-"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the holder of the private key has signed these bytes. */
    public boolean verifies(byte[] bytes, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(decoded(text));
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    private static PublicKey decoded(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key", e);
        }
    }
}
