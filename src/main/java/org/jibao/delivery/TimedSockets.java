package org.jibao.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Connections that are closed after a time, whatever is going on in them: a server that says one byte a second never lets a
 * time-out of reading come true.
 */
final class TimedSockets extends SocketFactory implements AutoCloseable {

    private final SocketFactory plain = SocketFactory.getDefault();
    private CountDownLatch done = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();
    private boolean expired;

    /** The time begins now. */
    TimedSockets(Duration limit) {
        watched(limit, done);
    }

    private void watched(Duration limit, CountDownLatch work) {
        Thread thread = new Thread(() -> watch(limit, work), "mail-time");
        thread.setDaemon(true);
        thread.start();
    }

    /** The work before is done, and the time for more of it over the same connections begins now. */
    synchronized void again(Duration limit) {
        done.countDown();
        done = new CountDownLatch(1);
        watched(limit, done);
    }

    private void watch(Duration limit, CountDownLatch work) {
        try {
            if (!work.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                expire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void expire() {
        expired = true;
        sockets.forEach(TimedSockets::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nobody waits for it any more.
        }
    }

    /** Whether the time came to its end before the work did. */
    synchronized boolean expired() {
        return expired;
    }

    private synchronized Socket timed(Socket socket) throws SocketException {
        sockets.add(socket);
        if (expired) {
            close(socket);
            throw new SocketException("no time is left");
        }
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return timed(plain.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return timed(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return timed(plain.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return timed(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return timed(plain.createSocket(host, port, local, localPort));
    }

    /** The work is done in time. */
    @Override
    public synchronized void close() {
        done.countDown();
    }
}
