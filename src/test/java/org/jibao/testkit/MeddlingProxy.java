package org.jibao.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a program and a server on the loopback address, counts what the server says, and meddles with the
 * first connection: after a number of the server's bytes it cuts it, falls silent, or goes on a byte at a time.
 */
public final class MeddlingProxy implements Closeable {

    /** What it does. */
    public enum Meddling {
        NONE,
        CUT,
        SILENCE,
        EACH_BYTE
    }

    private final ServerSocket socket;
    private final int target;
    private final Meddling meddling;
    private final long after;
    private final boolean always;
    private final AtomicLong bytes = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** @param always whether later connections fare no better than the first */
    public MeddlingProxy(int target, Meddling meddling, long after, boolean always) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.meddling = meddling;
        this.after = after;
        this.always = always;
        thread(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What the server has said, in bytes. */
    public long bytes() {
        return bytes.get();
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        boolean first = true;
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                boolean meddles = first || always;
                first = false;
                thread(() -> copy(client, server, false));
                thread(() -> copy(server, client, meddles));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, boolean meddles) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            long said = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                boolean due = meddles && meddling != Meddling.NONE && said + count > after;
                if (due && !meddled(out, buffer, (int) Math.max(0, after - said), count)) {
                    return;
                }
                if (!due) {
                    out.write(buffer, 0, count);
                    out.flush();
                }
                said += count;
                if (from.getPort() == target) {
                    bytes.addAndGet(count);
                }
            }
        } catch (IOException | InterruptedException ended) {
            // One of the two has gone.
        }
    }

    /** Whether the conversation goes on. */
    private boolean meddled(OutputStream out, byte[] buffer, int whole, int count)
            throws IOException, InterruptedException {
        out.write(buffer, 0, whole);
        out.flush();
        switch (meddling) {
            case SILENCE -> closed.await();
            case EACH_BYTE -> {
                for (int i = whole; i < count; i++) {
                    out.write(buffer, i, 1);
                    out.flush();
                    Thread.sleep(100);
                }
                return true;
            }
            default -> {}
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket each : sockets) {
            each.close();
        }
    }
}
