package org.jibao.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Connections that are closed after a time, whatever is going on in them: a server that says one byte a second never lets a
 * time-out of reading come true.
 */
public final class TimedSockets extends SocketFactory implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final SocketFactory plain = SocketFactory.getDefault();
    private final List<Socket> sockets = new ArrayList<>();
    private boolean done;
    private boolean expired;
    private long end;

    /** The time begins now. */
    public TimedSockets(Duration limit) {
        again(limit);
        Thread thread = new Thread(this::watch, "mail-time");
        thread.setDaemon(true);
        thread.start();
    }

    /** The work before is done, and the time for more of it over the same connections begins now. */
    public synchronized void again(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
        notifyAll();
    }

    /** The work is done, and the connections stay for more. */
    public void pause() {
        again(LONGEST_PAUSE);
    }

    private synchronized void watch() {
        try {
            long left = end - System.nanoTime();
            while (left > 0 && !done) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
            if (!done) {
                expire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void expire() {
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
    public synchronized boolean expired() {
        return expired;
    }

    /** A connection of another factory that is closed in time too. */
    public synchronized Socket timed(Socket socket) throws SocketException {
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
        done = true;
        notifyAll();
    }
}
