package org.jibao.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.jibao.delivery.TimedSockets;

/**
 * Encrypted connections of a factory that trusts certificates of its own; they are closed in time as plain ones are.
 */
final class TimedTls extends SSLSocketFactory {

    private final SSLSocketFactory encrypted;
    private final TimedSockets time;

    TimedTls(SSLSocketFactory encrypted, TimedSockets time) {
        this.encrypted = encrypted;
        this.time = time;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return encrypted.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return encrypted.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return time.timed(encrypted.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return time.timed(encrypted.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return time.timed(encrypted.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return time.timed(encrypted.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return time.timed(encrypted.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return time.timed(encrypted.createSocket(host, port, local, localPort));
    }
}
