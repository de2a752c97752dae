package org.jibao.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.mime.OutlookFixture;

/** Mails as units' programs write them: each number has its own form, over and over. */
final class CountyMails {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** How many forms there are. */
    static final int FORMS = 10;

    private CountyMails() {}

    /**
     * One mail with one file.
     *
     * @param authentication what the receiving server found, such as {@code dmarc=pass}
     */
    static byte[] mail(
            int number, String from, String authentication, String name, byte[] content, Instant receivedAt) {
        String header = String.join(
                        "\r\n",
                        "Authentication-Results: mx.example.cn; " + authentication + " header.from="
                                + from.substring(from.indexOf('@') + 1),
                        "Received: from somewhere by mx.example.cn; "
                                + DATE.format(receivedAt.atOffset(ZoneOffset.UTC)),
                        // What the sender's clock says proves nothing.
                        "Date: Thu, 01 Jan 2015 00:00:00 +0000",
                        "From: " + word("报送人", "utf-8") + " <" + from + ">",
                        "To: zwgk@example.com",
                        "Subject: " + word("报表", "gb2312"),
                        "Message-ID: <" + number + "." + receivedAt.getEpochSecond() + "@mail.example>",
                        "MIME-Version: 1.0")
                + "\r\n";
        return joined(bytes(header), body(number % FORMS, name, content));
    }

    private static byte[] body(int form, String name, byte[] content) {
        return switch (form) {
            case 0 -> mixed(file("attachment; filename*=utf-8''" + percent(name), "octet-stream", content));
            case 1 -> mixed(file("attachment; filename=\"" + word(name, "gb2312") + "\"", "octet-stream", content));
            case 2 -> mixed(file(raw("attachment; filename=\"" + name + "\""), "octet-stream", content));
            case 3 -> mixed(file("inline; filename=\"" + word(name, "utf-8") + "\"", "vnd.ms-excel", content));
            case 4 ->
                mixed(joined(
                        bytes("Content-Type: message/rfc822\r\n\r\nFrom: other@example.org\r\nSubject: Fwd\r\n"),
                        body(0, name, content)));
            case 5 ->
                mixed(file(
                        "attachment; filename=winmail.dat",
                        "ms-tnef",
                        OutlookFixture.winmail(joined(name.getBytes(GB18030), new byte[1]), content)));
            case 6 -> mixed(file("attachment; filename=returns.zip", "zip", zip(name, content)));
            case 7 -> mixed(file(continued(name), "octet-stream", content));
            case 8 ->
                mixed(file(
                        "attachment; filename=\"mail.eml\"",
                        "octet-stream",
                        joined(
                                bytes("From: other@example.org\r\nSubject: inner\r\nMIME-Version: 1.0\r\n"),
                                body(1, name, content))));
            default ->
                joined(file("attachment; filename=\"" + name + "\"; filename*=utf-8''" + percent(name), "x", content));
        };
    }

    private static byte[] mixed(byte[] part) {
        return joined(
                bytes("Content-Type: multipart/mixed; boundary=\"=_x\"\r\n\r\n--=_x\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n请查收。\r\n--=_x\r\n"),
                part,
                bytes("\r\n--=_x--\r\n"));
    }

    private static byte[] file(String disposition, String type, byte[] content) {
        return file(bytes(disposition), type, content);
    }

    private static byte[] file(byte[] disposition, String type, byte[] content) {
        return joined(
                bytes("Content-Type: application/" + type + "\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: "),
                disposition,
                bytes("\r\n\r\n"),
                Base64.getMimeEncoder().encode(content),
                bytes("\r\n"));
    }

    private static byte[] raw(String text) {
        return text.getBytes(GB18030);
    }

    private static String continued(String name) {
        String text = percent(name);
        StringBuilder parts = new StringBuilder("attachment");
        int section = 0;
        for (int from = 0; from < text.length(); section++) {
            int to = Math.min(text.length(), from + 30);
            parts.append(";\r\n filename*").append(section).append("*=");
            parts.append(section == 0 ? "utf-8''" : "").append(text, from, to);
            from = to;
        }
        return parts.toString();
    }

    private static String percent(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String word(String text, String charset) {
        byte[] bytes = text.getBytes(charset.equals("utf-8") ? StandardCharsets.UTF_8 : GB18030);
        return "=?" + charset + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.of(2026, 10, 9, 16, 30));
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List.of(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
