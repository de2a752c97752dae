package org.jibao.reading.apart;

/** The run is to stop, so nothing is asked any more: what was being read is as if it had not been begun. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the run is to stop");
    }
}
