package org.jibao.cli.log;

/**
 * How much of one kind of log is kept.
 *
 * @param file bytes that a file takes before the next one is begun; a line is never divided
 * @param all bytes of all files together, the newest of which is kept in any case
 * @param days after which a file is removed
 */
record LogRetention(long file, long all, int days) {

    /** A quarter and the days until its returns are due; some hundred thousand lines. A night writes a dozen. */
    static final LogRetention USUAL = new LogRetention(5L * 1024 * 1024, 50L * 1024 * 1024, 100);
}
