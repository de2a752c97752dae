package org.jibao.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing found about one submission. A value, never an exception: bad input is data.
 *
 * @param code stable code: {@link FindingCode#code()} or the id of a rule in the job folder
 * @param severity its weight
 * @param place sheet and cell in the file as it was sent
 * @param subject what it is about whatever row it stands in, such as {@code requests/new/total}; empty for the file as a
 *     whole. Together with the code, the value and the return it makes the fingerprint that survives a re-run.
 * @param value the raw text found there, or null where no one cell is at fault
 * @param arguments typed by name in {@link FindingCode}, in order; rendered last, in the reader's language
 * @param message what happened and why, for a rule of the job folder; null for a built-in code, whose words stand in the
 *     bundle
 * @param cure what to do next, likewise
 */
public record Finding(
        String code,
        Severity severity,
        Place place,
        String subject,
        @Nullable String value,
        Map<String, String> arguments,
        @Nullable Text message,
        @Nullable Text cure) {

    /** Of each severity, and of each rule, the first so many of one submission are kept; a person mends no more by hand. */
    public static final int MOST_KEPT = 1000;

    private static final int LONGEST = 4000;

    public Finding {
        // Insertion order is kept on purpose: it is the order of the store's JSON, which must not vary between runs.
        arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /**
     * A built-in finding.
     *
     * @param values as many as {@link FindingCode#arguments()}, in that order
     * @throws IllegalArgumentException where their number differs: a fault of ours
     */
    public static Finding of(FindingCode code, Place place, String subject, @Nullable String value, String... values) {
        if (values.length != code.arguments().size()) {
            throw new IllegalArgumentException(
                    code + " takes " + code.arguments() + ", was given " + values.length + " values");
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            arguments.put(code.arguments().get(i), bounded(values[i]));
        }
        String quoted = value == null ? null : bounded(value);
        return new Finding(code.code(), code.severity(), place, subject, quoted, arguments, null, null);
    }

    /** What a finding quotes of a file; a thousand findings stay in memory, and messages show less. */
    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /**
     * The same finding with an argument's English wording, for what a form says in two languages.
     *
     * @throws IllegalArgumentException where it has no such argument: a fault of ours
     */
    public Finding inEnglish(String argument, String wording) {
        if (!arguments.containsKey(argument)) {
            throw new IllegalArgumentException(code + " has no argument " + argument + ", only " + arguments.keySet());
        }
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(argument + ".en", wording);
        return new Finding(code, severity, place, subject, value, more, message, cure);
    }

    /** The same finding with one more argument, which a word of the bundle names. */
    public Finding with(String argument, String argumentValue) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(argument, argumentValue);
        return new Finding(code, severity, place, subject, value, more, message, cure);
    }

    /**
     * Sixteen hexadecimal digits by which the finding is known again in a later run, file or revision: the same while
     * code, return, subject and value are, wherever the row has moved to. An explanation is kept by it.
     */
    public String fingerprint(String job, String unit, String period) {
        return Fingerprint.of(code, job, unit, period, subject, value == null ? "" : value);
    }

    /** The short digest by which a finding is known again. */
    static final class Fingerprint {

        private static final int BYTES = 8;

        private Fingerprint() {}

        /** The parts are joined by a character that no cell can hold, so that no two lists of parts read the same. */
        static String of(String... parts) {
            byte[] text = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256().digest(text), 0, BYTES);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
