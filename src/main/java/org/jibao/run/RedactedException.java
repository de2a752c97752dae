package org.jibao.run;

import org.jspecify.annotations.Nullable;

/**
 * A fault that was met while a return was read, as the log may have it: its kind and where in the program it was met. Its
 * own words are left out, as they may quote a cell.
 */
public final class RedactedException extends Exception {

    private static final long serialVersionUID = 1L;

    private RedactedException(Throwable fault, @Nullable Throwable cause) {
        super(fault.getClass().getName(), cause, false, true);
        setStackTrace(fault.getStackTrace());
    }

    /** Its first causes too, five at most: a chain may be a ring. */
    public static RedactedException of(Throwable fault) {
        return of(fault, 5);
    }

    private static RedactedException of(Throwable fault, int most) {
        Throwable cause = fault.getCause();
        return new RedactedException(fault, cause == null || most == 0 ? null : of(cause, most - 1));
    }
}
