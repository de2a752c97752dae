package org.jibao.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an officer decided.
 *
 * @param unit its code; of an approval the office's
 * @param period its code
 * @param submission the one withdrawn, or in which the accepted finding was seen, or null
 * @param fingerprint of the accepted finding, with its code and place, or null
 * @param decidedBy the officer's name
 */
public record Decision(
        Kind kind,
        String unit,
        String period,
        @Nullable Long submission,
        @Nullable String fingerprint,
        @Nullable String code,
        @Nullable String sheet,
        @Nullable String cell,
        String reason,
        String decidedBy) {

    /** What it does. */
    public enum Kind {
        /** A warning is answered. */
        ACCEPT,
        /** A submission counts no more. */
        WITHDRAW,
        /** What a unit sends, or sent, after a period's closing counts. */
        REOPEN,
        /** A submission that is held counts. */
        ADMIT,
        /**
         * The figures of a period may be handed on as they are: the fingerprint is the digest of all that decides them.
         */
        APPROVE;

        /** As stored: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
