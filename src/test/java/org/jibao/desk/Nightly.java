package org.jibao.desk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that has the store open, as a nightly run has. */
final class Nightly implements AutoCloseable {

    private final Process process;

    private Nightly(Process process) {
        this.process = process;
    }

    static Nightly holding(Path store) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Nightly.class.getName(),
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() != '+') {
            throw new IOException("the lock of " + store + " was not taken");
        }
        return new Nightly(process);
    }

    /** Takes the lock that the engine takes, and keeps it until it is ended. */
    public static void main(String... arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new IOException("locked");
            }
            System.out.print('+');
            System.out.flush();
            System.in.read();
        }
    }

    boolean running() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
