package org.jibao.reading.apart;

import java.io.IOException;

/** What came through the pipe is not what is agreed upon. */
public final class WireException extends IOException {

    private static final long serialVersionUID = 1L;

    public WireException(String what) {
        super(what);
    }
}
