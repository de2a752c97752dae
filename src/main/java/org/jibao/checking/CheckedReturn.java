package org.jibao.checking;

import java.util.List;
import java.util.Locale;
import org.jibao.finding.Finding;
import org.jibao.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A reading with everything that is known about it before the store's rules run.
 *
 * @param findings reading's own and checking's, in the order of sheet and cell
 * @param evidence of who sent it
 */
public record CheckedReturn(Reading reading, List<Finding> findings, Evidence evidence) {

    /** One of whose sender nothing is known. */
    public CheckedReturn(Reading reading, List<Finding> findings) {
        this(reading, findings, Evidence.WORDS);
    }

    public CheckedReturn {
        findings = List.copyOf(findings);
    }

    /**
     * Who a return comes from, by what is not its own words.
     *
     * @param kind the strongest that speaks for the unit that it states
     * @param against the strongest that speaks against it, or null
     * @param againstUnit the code of the unit that this names, or null where it names none that is known
     */
    public record Evidence(
            Kind kind, @Nullable Kind against, @Nullable String againstUnit) {

        /** What a return says of itself, and nothing more. */
        public static final Evidence WORDS = new Evidence(Kind.WORDS, null, null);

        /** The weakest first. */
        public enum Kind {
            WORDS,
            /** A sub-folder of the inbox. */
            FOLDER,
            /** The code in the mark of the unit's own template. */
            CODE,
            /** What a mail says of its sender, which nothing proves: it only ever speaks against a unit. */
            CLAIM,
            /** The sender by the register of receipt, or by a mail server that has authenticated it. */
            SENDER,
            /** The sender that a mail states, where the receiving server says that it is not true. It only ever speaks against. */
            FORGED;

            /** As stored: lower case. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
