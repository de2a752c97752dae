package org.jibao.reading;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;

/** A file cannot be read, for a reason that lies in the file. Never leaves this package: it becomes a rejection. */
final class UnreadableException extends Exception {

    private static final int MOST_CAUSES = 6;

    private final transient Finding reason;

    UnreadableException(FindingCode code, Throwable cause, String... values) {
        this(Finding.of(code, Place.FILE, "", null, values), cause);
    }

    UnreadableException(Finding reason, Throwable cause) {
        super(cause);
        this.reason = reason;
    }

    Finding reason() {
        return reason;
    }

    /** The kinds of the exceptions behind it, and where the innermost one was thrown; never their words. */
    String causes() {
        StringBuilder causes = new StringBuilder();
        Throwable cause = getCause();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            StackTraceElement[] trace = cause.getStackTrace();
            String at = cause.getCause() == null && trace.length > 0 ? " at " + trace[0] : "";
            causes.append(depth == 0 ? "" : " < ")
                    .append(cause.getClass().getName())
                    .append(at);
            cause = cause.getCause();
        }
        return causes.toString();
    }
}
