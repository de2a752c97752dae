package org.jibao.reading.workbook;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jspecify.annotations.Nullable;

/** A file cannot be read, for a reason that lies in the file. Never leaves this package: it becomes a rejection. */
public final class UnreadableException extends Exception {

    private static final int MOST_CAUSES = 6;

    private final transient Finding reason;
    private final @Nullable String causesElsewhere;
    private boolean mayBeReadLater;

    public UnreadableException(FindingCode code, Throwable cause, String... values) {
        this(Finding.of(code, Place.FILE, "", null, values), cause);
    }

    public UnreadableException(Finding reason, Throwable cause) {
        super(cause);
        this.reason = reason;
        this.causesElsewhere = null;
    }

    /** As another process has found it, whose exceptions these are. */
    public UnreadableException(Finding reason, String causes) {
        super(reason.code());
        this.reason = reason;
        this.causesElsewhere = causes;
    }

    /** For a reason that lies in the machine: the file may be read the next time. */
    public static UnreadableException notTheFiles(Finding reason, Throwable cause) {
        UnreadableException later = new UnreadableException(reason, cause);
        later.mayBeReadLater = true;
        return later;
    }

    public boolean mayBeReadLater() {
        return mayBeReadLater;
    }

    public Finding reason() {
        return reason;
    }

    /** The kinds of the exceptions behind it, and where the innermost one was thrown; never their words. */
    public String causes() {
        if (causesElsewhere != null) {
            return causesElsewhere;
        }
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
