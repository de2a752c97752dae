package org.jibao.checking.localisation;

/** Counts what a search does, so that it ends after the same work on every machine. */
final class Steps {

    private final long most;
    private long done;

    Steps(long most) {
        this.most = most;
    }

    /** @throws TooManyException when the work has become more than was allowed */
    void add(int steps) {
        done += steps;
        if (done > most) {
            throw new TooManyException();
        }
    }

    long done() {
        return done;
    }

    /** Ends a search from within. */
    static final class TooManyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyException() {
            super("too many steps", null, false, false);
        }
    }
}
