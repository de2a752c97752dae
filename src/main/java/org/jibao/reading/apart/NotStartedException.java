package org.jibao.reading.apart;

import org.jspecify.annotations.Nullable;

/** There is no process apart: the machine lacks memory, processes or the program. No file's fault. */
public final class NotStartedException extends Exception {

    private static final long serialVersionUID = 1L;

    NotStartedException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
