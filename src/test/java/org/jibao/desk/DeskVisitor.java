package org.jibao.desk;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.desk.http.RawHttp;
import org.jibao.desk.http.RawHttp.Reply;

/** A browser without a window or a script, that came by the first address. */
final class DeskVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final RawHttp http;
    private final String cookie;

    DeskVisitor(String firstAddress) throws IOException {
        URI first = URI.create(firstAddress);
        this.http = new RawHttp(first.getPort());
        this.cookie =
                "Cookie: " + http.get(first.getPath() + "?" + first.getQuery()).cookie();
    }

    Reply get(String path) throws IOException {
        return http.get(path, cookie);
    }

    /** The words of a page. */
    String page(String path) throws IOException {
        return get(path).body();
    }

    /** A form of a page that has one, with its token; fields as in an address. */
    Reply post(String page, String path, String fields) throws IOException {
        return http.send(
                "POST",
                path,
                "csrf=" + csrf(page) + (fields.isEmpty() ? "" : "&" + fields),
                cookie,
                "Origin: http://127.0.0.1:" + http.port(),
                "Content-Type: application/x-www-form-urlencoded");
    }

    /** The same without the token. */
    Reply postWithout(String path, String fields) throws IOException {
        return http.send(
                "POST",
                path,
                fields,
                cookie,
                "Origin: http://127.0.0.1:" + http.port(),
                "Content-Type: application/x-www-form-urlencoded");
    }

    /** A file in the form of a page. */
    Reply send(String page, String name, String content) throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf(page) + "\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--b--\r\n";
        return http.send(
                "POST",
                page,
                body,
                cookie,
                "Origin: http://127.0.0.1:" + http.port(),
                "Content-Type: multipart/form-data; boundary=b");
    }

    private String csrf(String page) throws IOException {
        Matcher token = CSRF.matcher(page(page));
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return token.group(1);
    }

    /** The page of a work, once it has ended. */
    String ended(Reply begun) throws IOException, InterruptedException {
        String place = begun.header("location");
        for (int i = 0; i < 1200; i++) {
            String page = page(place);
            if (!page.contains("<progress")) {
                return page;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still going on: " + page(place));
    }
}
