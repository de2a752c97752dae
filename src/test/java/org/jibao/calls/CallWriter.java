package org.jibao.calls;

import java.nio.file.Path;
import java.time.Instant;

/** Another desk on the same store: notes calls in a program of its own. */
final class CallWriter {

    /** Calls that each of them notes. */
    static final int CALLS = 50;

    private CallWriter() {}

    /** @param arguments the store and the name of the officer */
    public static void main(String[] arguments) {
        CallBook book = CallBook.beside(Path.of(arguments[0]));
        for (int i = 0; i < CALLS; i++) {
            book.add(new CallNote("trial", "2026Q3", "H1", Instant.EPOCH, arguments[1], "note " + i));
        }
    }

    static Process begun(Path store, String officer) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CallWriter.class.getName(),
                        store.toString(),
                        officer)
                .inheritIO()
                .start();
    }
}
