package org.jibao.reading.apart;

/** The process apart came to its end over a question. */
public final class EndedException extends Exception {

    private static final long serialVersionUID = 1L;

    EndedException(String how, Throwable cause) {
        super(how, cause);
    }
}
