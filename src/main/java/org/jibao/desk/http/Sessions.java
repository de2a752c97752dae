package org.jibao.desk.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;

/** The browsers that came by the first address. Its token is good for one of them. Thread-safe. */
final class Sessions {

    /** Bytes of a token: too many to guess. */
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byKey = new LinkedHashMap<>();
    private final Language language;
    private @Nullable String token = random();

    Sessions(Language language) {
        this.language = language;
    }

    /** The token of the first address, until it is used. */
    synchronized Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** The key of a new session, if the token is the one that was given out and was not used before. */
    synchronized Optional<String> redeem(String given) {
        if (token == null || !same(token, given)) {
            return Optional.empty();
        }
        token = null;
        String key = random();
        byKey.put(key, new Session(random(), language));
        return Optional.of(key);
    }

    synchronized Optional<Session> of(String key) {
        // Each is compared in constant time: the map itself would tell by its time how much of a guess is right.
        return byKey.entrySet().stream()
                .filter(entry -> same(entry.getKey(), key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
