package org.jibao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jibao.desk.http.DeskServer;
import org.jibao.desk.http.UploadLimits;

/**
 * A desk that is open: a server on this machine for the officer's browser, until it is stopped or is not used any more.
 */
public final class Desk implements AutoCloseable {

    /** Bytes of one form: what a browser sends without a script; a job takes less of one file, and says so of each. */
    private static final long UPLOAD_BYTES = 1024L * 1024 * 1024;

    /** Files of one form. */
    private static final int UPLOAD_FILES = 2000;

    private static final long LOOK_SECONDS = 5;

    private final DeskSettings settings;
    private final Bench bench;
    private final DeskServer server;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Desk(DeskSettings settings, Bench bench, DeskServer server) {
        this.settings = settings;
        this.bench = bench;
        this.server = server;
    }

    /** @throws IOException where the machine gives no port, or the port is taken */
    public static Desk open(DeskSettings settings) throws IOException {
        Bench bench = new Bench(settings);
        DeskServer server = DeskServer.start(
                settings.port(),
                new DeskPages(bench),
                settings.language(),
                uploads(),
                new UploadLimits(UPLOAD_BYTES, UPLOAD_FILES));
        Thread warming = new Thread(() -> bench.warm(settings.job()), "desk-warm");
        warming.setDaemon(true);
        warming.start();
        return new Desk(settings, bench, server);
    }

    /** In this process's own temporary folder. */
    private static Path uploads() {
        try {
            return Files.createTempDirectory("desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the officer's browser opens; good for one browser. */
    public String address() {
        return server.address();
    }

    /**
     * Waits until it is stopped, or there has been neither a request nor work for the settings' time.
     *
     * @return whether it ended because it was not used
     */
    public boolean await() throws InterruptedException {
        while (!stopped.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
            if (!bench.works().busy() && server.quiet().compareTo(settings.idle()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Ends the waiting. */
    public void stop() {
        stopped.countDown();
    }

    /** Ends what is going on where it can be gone on with, and the server. */
    @Override
    public void close() {
        stop();
        bench.works().close();
        server.close();
    }
}
