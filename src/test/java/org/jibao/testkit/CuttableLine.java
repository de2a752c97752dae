package org.jibao.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line between programs and a server on the loopback address that can be cut and mended. */
public final class CuttableLine implements Closeable {

    private final ServerSocket socket;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    public CuttableLine(int target) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        thread(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Ends what goes over the line, and what begins to. */
    public void cut() throws IOException {
        cut = true;
        for (Socket each : sockets) {
            each.close();
        }
        sockets.clear();
    }

    public void mend() {
        cut = false;
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(client, server));
                if (cut) {
                    // Also where it was cut meanwhile: these two may have come too late to be closed with the others.
                    client.close();
                    server.close();
                    continue;
                }
                thread(() -> copy(client, server));
                thread(() -> copy(server, client));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }
}
