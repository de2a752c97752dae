package org.jibao.desk.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a page gives back.
 *
 * @param headers beside those that every answer has
 */
public record Answer(int status, Map<String, String> headers, Body body) {

    /**
     * A page of this program alone: nothing from elsewhere, nothing inside another page, no script or style in its
     * text.
     */
    static final String OWN_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A file that a browser shows: apart from all pages of the desk, and without a network. */
    private static final String SHOWN_FILE = "sandbox allow-scripts allow-modals; default-src 'none'; "
            + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:";

    /** Writes an answer's content. */
    @FunctionalInterface
    public interface Body {
        void to(OutputStream stream) throws IOException;
    }

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer html(String page) {
        return html(200, page);
    }

    public static Answer html(int status, String page) {
        return text(status, "text/html; charset=utf-8", page);
    }

    public static Answer json(String json) {
        return text(200, "application/json; charset=utf-8", json);
    }

    private static Answer text(int status, String type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "Content-Type",
                type,
                "Content-Length",
                String.valueOf(bytes.length),
                "Content-Security-Policy",
                OWN_PAGE);
        return new Answer(status, headers, stream -> stream.write(bytes));
    }

    /** To another page of the desk, so that a repeated load sends nothing twice. */
    public static Answer to(String place) {
        if (!place.startsWith("/") || place.startsWith("//")) {
            throw new IllegalArgumentException("no page of the desk: " + place);
        }
        return new Answer(303, Map.of("Location", place, "Content-Length", "0"), stream -> {});
    }

    /** A part of the program itself, such as its style sheet. */
    public static Answer asset(String type, byte[] content) {
        Map<String, String> headers = Map.of(
                "Content-Type", type, "Content-Length", String.valueOf(content.length), "Cache-Control", "no-cache");
        return new Answer(200, headers, stream -> stream.write(content));
    }

    /** A file to be kept, under a name of its own. */
    public static Answer download(String name, long size, Body content) {
        return new Answer(200, fileHeaders("application/octet-stream", size, "attachment", name), content);
    }

    public static Answer download(String name, Path file) throws IOException {
        return download(name, Files.size(file), stream -> Files.copy(file, stream));
    }

    /** A page that was made as a file, such as a summary: shown, and kept apart from the desk by the browser. */
    public static Answer shown(String name, Path file) throws IOException {
        Map<String, String> headers =
                new LinkedHashMap<>(fileHeaders("text/html; charset=utf-8", Files.size(file), "inline", name));
        headers.put("Content-Security-Policy", SHOWN_FILE);
        return new Answer(200, headers, stream -> Files.copy(file, stream));
    }

    /** Events as long as the writer writes some. */
    public static Answer events(Body writer) {
        return new Answer(200, Map.of("Content-Type", "text/event-stream; charset=utf-8"), writer);
    }

    private static Map<String, String> fileHeaders(String type, long size, String how, String name) {
        return Map.of(
                "Content-Type",
                type,
                "Content-Length",
                String.valueOf(size),
                "Content-Disposition",
                how + "; filename*=UTF-8''" + encoded(name));
    }

    /** RFC 5987: every byte that is no letter or digit as its number. */
    static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= '0' && one <= '9'
                    || one >= 'A' && one <= 'Z'
                    || one >= 'a' && one <= 'z'
                    || one == '.'
                    || one == '-'
                    || one == '_';
            text.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one));
        }
        return text.toString();
    }
}
