package org.jibao.testkit;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server on the loopback address that is slow at one place of the conversation, until it is released or closed. */
public final class SlowServer implements Closeable {

    /** Where it is slow. */
    public enum At {
        /** It accepts the connection and says nothing. */
        GREETING,
        /** It greets without end, a byte at a time. */
        EACH_BYTE,
        /** It asks for the mail and reads none of it. */
        BODY,
        /** It takes the whole mail, final dot and all, and says nothing of it. */
        DOT,
        /** It takes the mail, says so, and does not answer the goodbye. */
        GOODBYE
    }

    private final ServerSocket socket;
    private final At at;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> taken = new CopyOnWriteArrayList<>();

    public SlowServer(At at) throws IOException {
        this.at = at;
        this.socket = new ServerSocket();
        // Less than a large mail, so that a sender must wait until it is read.
        socket.setReceiveBufferSize(4_096);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The Message-ID of each mail that it has read to the end, as often as it came. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** Returns once somebody has connected. */
    public void awaitConnection() throws InterruptedException {
        connected.await();
    }

    /** From now on it is as quick as any. */
    public void release() {
        released.countDown();
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        socket.close();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connected.countDown();
                start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            talk(client);
        } catch (IOException gone) {
            // The sender's patience has come to its end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Socket client) throws IOException, InterruptedException {
        OutputStream out = client.getOutputStream();
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        slow(At.GREETING);
        while (at == At.EACH_BYTE && released.getCount() > 0) {
            out.write('2');
            out.flush();
            released.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("DATA")) {
                say(out, "354 go on");
                slow(At.BODY);
                taken.add(untilDot(in));
                slow(At.DOT);
                say(out, "250 taken");
            } else if (command.startsWith("QUIT")) {
                slow(At.GOODBYE);
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private void slow(At place) throws InterruptedException {
        if (at == place) {
            released.await();
        }
    }

    private static String untilDot(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (id.isEmpty() && line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
        }
        return id;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
