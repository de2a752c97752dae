package org.jibao.desk.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends requests byte by byte, as no browser would. */
public final class RawHttp {

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    public static RawHttp at(String address) {
        return new RawHttp(URI.create(address).getPort());
    }

    /** An answer; names of headers in lower case. */
    public record Reply(int status, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** The cookie that was set, as it is sent back. */
        public String cookie() {
            return header("set-cookie").split(";", 2)[0];
        }
    }

    public int port() {
        return port;
    }

    /** A request with the right host, which ends the connection. */
    public Reply send(String method, String path, String body, String... headers) throws IOException {
        StringBuilder request = new StringBuilder();
        request.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port);
        request.append("\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return raw(request + "\r\n" + body);
    }

    public Reply get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Exactly these characters. */
    public Reply raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return reply(socket.getInputStream());
        }
    }

    private static Reply reply(InputStream stream) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            stream.transferTo(all);
        } catch (IOException reset) {
            // What came before the connection broke is the answer.
        }
        String text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        String[] lines = head.split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        int status = lines[0].length() < 12 ? 0 : Integer.parseInt(lines[0].substring(9, 12));
        return new Reply(status, headers, end < 0 ? "" : text.substring(end + 4));
    }
}
