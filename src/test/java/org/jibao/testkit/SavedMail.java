package org.jibao.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A mail with attachments as a mail program saves it. */
public final class SavedMail {

    private static final String BOUNDARY = "=_jibao";

    private final StringBuilder parts = new StringBuilder();
    private String words = "请查收";

    /** What its text says. */
    public SavedMail saying(String text) {
        words = text;
        return this;
    }

    public SavedMail attach(String name, byte[] content) {
        parts.append("--" + BOUNDARY + "\r\nContent-Type: application/octet-stream\r\n")
                .append("Content-Disposition: attachment; filename=\"=?utf-8?B?")
                .append(base64(name.getBytes(StandardCharsets.UTF_8)))
                .append("?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(Base64.getMimeEncoder().encodeToString(content))
                .append("\r\n");
        return this;
    }

    /** All of it is ASCII. */
    public String text() {
        return "Received: from x.cn by y.cn; Sat, 10 Oct 2026 16:30:00 +0800\r\nFrom: <a@x.cn>\r\n"
                + "Date: Sat, 10 Oct 2026 16:30:00 +0800\r\nSubject: returns\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n--" + BOUNDARY
                + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(words.getBytes(StandardCharsets.UTF_8)) + "\r\n" + parts + "--" + BOUNDARY + "--\r\n";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
