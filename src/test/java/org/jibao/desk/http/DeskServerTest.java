package org.jibao.desk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.desk.http.RawHttp.Reply;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the officer's own browser, on the desk's own pages, gets something and changes something. */
class DeskServerTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final Path folder;

    private final Recorded pages = new Recorded();
    private final DeskServer server;
    private final RawHttp http;
    private String cookie = "";

    DeskServerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = DeskServer.start(0, pages, Language.EN, folder, new UploadLimits(200_000, 10));
        http = RawHttp.at(server.address());
    }

    /** Pages that note what they were asked. */
    private static final class Recorded implements Pages {

        private final List<Call> changes = Collections.synchronizedList(new ArrayList<>());
        private final List<String> received = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Answer answer(Call call) {
            if (call.at(0).equals("fault")) {
                throw new IllegalStateException("a secret of the program");
            }
            if (call.at(0).equals("exhausted")) {
                throw new OutOfMemoryError("a secret of the machine");
            }
            if (call.posted()) {
                changes.add(call);
                call.files().forEach(file -> received.add(file.name() + " " + file.size()));
            }
            return Answer.html("token=" + call.session().csrf() + " path=" + call.path());
        }

        @Override
        public Answer refused(Refusal why, Language language) {
            return Answer.html(why.status(), why + " " + language);
        }

        @Override
        public @Nullable Answer asset(String name) {
            return name.equals("desk.css") ? Answer.asset("text/css", new byte[] {'a'}) : null;
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** By the first address, as the browser that it opens. */
    private String entered() throws IOException {
        URI first = URI.create(server.address());
        Reply reply = http.get(first.getPath() + "?" + first.getQuery());
        assertEquals(303, reply.status());
        cookie = "Cookie: " + reply.cookie();
        return cookie;
    }

    private String csrf() throws IOException {
        String body = http.get("/", cookie).body();
        return body.substring("token=".length(), body.indexOf(' '));
    }

    private String own() {
        return "Origin: http://127.0.0.1:" + http.port();
    }

    @Test
    void firstAddressMakesACookieThatScriptsAndOtherPagesNeverSee() throws IOException {
        URI first = URI.create(server.address());
        Reply reply = http.get(first.getPath() + "?" + first.getQuery());
        assertEquals(303, reply.status());
        assertEquals("/", reply.header("location"));
        String set = reply.header("set-cookie");
        assertTrue(set.startsWith("jibao-desk-" + http.port() + "="), set);
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("Path=/"), set);
    }

    @Test
    void firstAddressIsGoodForOneBrowser() throws IOException {
        String first = server.address();
        entered();
        assertFalse(server.address().contains("token"));
        Reply again = http.get("/?" + URI.create(first).getQuery());
        assertEquals("401 USED_ADDRESS EN", again.status() + " " + again.body());
        assertEquals("", again.header("set-cookie"));
        // The browser that has the cookie may load it again.
        assertEquals(303, http.get("/?" + URI.create(first).getQuery(), cookie).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void guessedTokenOpensNothing(String guess) throws IOException {
        Reply reply = http.get("/?token=" + guess);
        assertEquals(401, reply.status());
        assertEquals("", reply.header("set-cookie"));
        assertTrue(server.address().contains("token="));
    }

    @Test
    void withoutTheCookieThereIsNoPage() throws IOException {
        assertEquals("401 NO_SESSION EN", status(http.get("/anything")));
        assertEquals("401 NO_SESSION EN", status(http.get("/", "Cookie: jibao-desk-" + http.port() + "=guess")));
        entered();
        String key = cookie.substring(cookie.indexOf('=') + 1);
        // Of another desk on this machine, whose cookies the browser sends along.
        assertEquals("401 NO_SESSION EN", status(http.get("/", "Cookie: jibao-desk-1=" + key)));
    }

    /** DNS rebinding: a name that its owner points to this machine makes a browser send it the desk's requests. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1",
                "127.0.0.1.evil.example:PORT",
                "127.0.0.1:1",
                "0.0.0.0:PORT",
                "[::1]:PORT",
                "user@127.0.0.1:PORT",
                ""
            })
    void anotherHostIsRefused(String host) throws IOException {
        entered();
        String named = host.replace("PORT", String.valueOf(http.port()));
        Reply reply = http.raw("GET / HTTP/1.1\r\nHost: " + named + "\r\n" + cookie + "\r\nConnection: close\r\n\r\n");
        assertTrue(reply.status() == 421 || reply.status() == 400, String.valueOf(reply.status()));
        assertFalse(reply.body().contains("token="), reply.body());
    }

    @Test
    void twoHostsOrNoneAreRefused() throws IOException {
        entered();
        String host = "Host: 127.0.0.1:" + http.port() + "\r\n";
        for (String hosts : List.of("", host + "Host: evil.example\r\n", host + host)) {
            Reply reply = http.raw("GET / HTTP/1.1\r\n" + hosts + cookie + "\r\nConnection: close\r\n\r\n");
            assertTrue(reply.status() == 421 || reply.status() == 400, reply.status() + " for " + hosts);
        }
    }

    @Test
    void localhostIsTheDeskToo() throws IOException {
        entered();
        Reply reply = http.raw(
                "GET / HTTP/1.1\r\nHost: localhost:" + http.port() + "\r\n" + cookie + "\r\nConnection: close\r\n\r\n");
        assertEquals(200, reply.status());
    }

    /** A hostile page in another tab. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: https://127.0.0.1:PORT",
                "Origin: http://127.0.0.1:1",
                "Origin: http://127.0.0.1:PORT.evil.example",
                "X-Nothing: of it"
            })
    void changeFromAnotherPageIsRefused(String origin) throws IOException {
        entered();
        String form = "csrf=" + csrf() + "&a=b";
        Reply reply =
                http.send("POST", "/change", form, cookie, FORM, origin.replace("PORT", String.valueOf(http.port())));
        assertEquals("403 WRONG_ORIGIN EN", status(reply));
        assertEquals(List.of(), pages.changes);
    }

    @Test
    void readingFromAnotherPageIsRefused() throws IOException {
        entered();
        assertEquals("403 WRONG_ORIGIN EN", status(http.get("/", cookie, "Origin: http://evil.example")));
        assertEquals("403 WRONG_ORIGIN EN", status(http.get("/", cookie, "Sec-Fetch-Site: cross-site")));
        assertEquals(
                "403 WRONG_ORIGIN EN",
                status(http.get("/", cookie, "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors")));
        assertEquals(200, http.get("/", cookie, "Sec-Fetch-Site: same-origin").status());
        assertEquals(200, http.get("/", cookie, "Sec-Fetch-Site: none").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "csrf=", "csrf=guess&a=b", "csrf=%00", ""})
    void changeWithoutTheTokenOfTheSessionIsRefused(String form) throws IOException {
        entered();
        Reply reply = http.send("POST", "/change", form, cookie, FORM, own());
        assertEquals(403, reply.status(), reply.body());
        assertEquals(List.of(), pages.changes);
    }

    @Test
    void tokenInTheAddressIsNone() throws IOException {
        entered();
        assertEquals(
                403,
                http.send("POST", "/change?csrf=" + csrf(), "a=b", cookie, FORM, own())
                        .status());
    }

    @Test
    void changeWithTokenAndOriginPasses() throws IOException {
        entered();
        assertEquals(
                200,
                http.send("POST", "/change", "csrf=" + csrf() + "&a=%E9%9D%92", cookie, FORM, own())
                        .status());
        assertEquals("青", pages.changes.get(0).sent("a"));
        assertEquals("", pages.changes.get(0).sent("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void otherMethodsAreRefused(String method) throws IOException {
        entered();
        Reply reply = http.send(method, "/", "", cookie, own());
        assertTrue(reply.status() == 405 || reply.status() == 400, String.valueOf(reply.status()));
        assertEquals("", reply.header("access-control-allow-origin"));
    }

    @Test
    void everyAnswerForbidsWhatThePageDoesNotNeed() throws IOException {
        entered();
        for (Reply reply : List.of(http.get("/", cookie), http.get("/"), http.get("/asset/desk.css"))) {
            assertTrue(reply.header("content-security-policy").startsWith("default-src 'none'; script-src 'self'; "));
            assertTrue(reply.header("content-security-policy").contains("frame-ancestors 'none'"));
            assertFalse(reply.header("content-security-policy").contains("unsafe"));
            assertEquals("nosniff", reply.header("x-content-type-options"));
            assertEquals("DENY", reply.header("x-frame-options"));
            assertEquals("same-origin", reply.header("cross-origin-resource-policy"));
            assertEquals("", reply.header("server"));
            assertEquals("", reply.header("access-control-allow-origin"));
        }
        assertEquals("no-store", http.get("/", cookie).header("cache-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fault", "/exhausted"})
    void faultShowsNothingOfTheProgram(String path) throws IOException {
        entered();
        Reply reply = http.get(path, cookie);
        assertEquals("500 OWN_FAULT EN", status(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../etc/passwd",
                "/a/%2e%2e/b",
                "/a/..%2f..%2fb",
                "/%00",
                "/a%2fb",
                "/\\..\\b",
                "//evil.example/"
            })
    void pathIsNeverMoreThanNames(String path) throws IOException {
        entered();
        Reply reply = http.get(path, cookie);
        if (reply.status() == 200) {
            assertFalse(reply.body().contains(".."), reply.body());
        } else {
            assertEquals(400, reply.status());
            assertEquals("", reply.body());
        }
    }

    @Test
    void brokenRequestLineSaysNothing() throws IOException {
        Reply reply = http.raw("GET / HTTP/9.9\r\n\r\n");
        assertFalse(reply.body().toLowerCase(java.util.Locale.ROOT).contains("jetty"), reply.body());
    }

    @Test
    void tooLongHeaderIsRefused() throws IOException {
        assertEquals(431, http.get("/", "X-Long: " + "a".repeat(40_000)).status());
    }

    @Test
    void formLargerThanAllowedIsRefusedBeforeItIsRead() throws IOException {
        entered();
        Reply reply = http.raw("POST /change HTTP/1.1\r\nHost: 127.0.0.1:" + http.port() + "\r\n" + cookie + "\r\n"
                + own() + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2147483648\r\n\r\n--b");
        assertEquals("413 TOO_LARGE EN", status(reply));
        assertEquals(List.of(), pages.changes);
    }

    @Test
    void formThatGrowsWhileItIsSentIsRefused() throws IOException {
        entered();
        String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n";
        String chunk = "a".repeat(0x8000);
        StringBuilder body = new StringBuilder();
        body.append(Integer.toHexString(part.length()))
                .append("\r\n")
                .append(part)
                .append("\r\n");
        for (int i = 0; i < 10; i++) {
            body.append("8000\r\n").append(chunk).append("\r\n");
        }
        Reply reply = http.raw("POST /change HTTP/1.1\r\nHost: 127.0.0.1:" + http.port() + "\r\n" + cookie + "\r\n"
                + own() + "\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n" + body + "0\r\n\r\n");
        assertNotEquals(200, reply.status());
        assertEquals(List.of(), pages.changes);
        assertEquals(0, left());
    }

    @Test
    void connectionThatBreaksInTheMiddleOfAFileLeavesNothing() throws Exception {
        entered();
        String csrf = csrf();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /change HTTP/1.1\r\nHost: 127.0.0.1:" + http.port() + "\r\n" + cookie + "\r\n" + own()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 150000\r\n\r\n"
                            + "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n"
                            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n"
                            + "a".repeat(100_000))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        for (int i = 0; i < 100 && left() > 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), pages.changes);
        assertEquals(0, left());
        assertEquals(200, http.get("/", cookie).status());
    }

    @Test
    void filesOfAFormArriveWithTheirNames() throws IOException {
        entered();
        String body = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf() + "\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../青石镇 \\\"x\\\".xlsx\"\r\n\r\nabc\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n";
        Reply reply =
                http.send("POST", "/change", body, cookie, own(), "Content-Type: multipart/form-data; boundary=b");
        assertEquals(200, reply.status(), reply.body());
        assertEquals(1, pages.received.size());
        assertTrue(pages.received.get(0).endsWith(".xlsx 3"), pages.received.get(0));
        assertTrue(pages.received.get(0).contains("青石镇"), pages.received.get(0));
        assertEquals(0, left());
    }

    @Test
    void listensOnThisMachineAlone() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address)
                .toList();
        for (InetAddress other : others) {
            boolean reached;
            try (Socket socket = new Socket(other, http.port())) {
                reached = socket.isConnected();
            } catch (IOException refused) {
                reached = false;
            }
            assertFalse(reached, other.toString());
        }
    }

    @Test
    void quietTimeBeginsAnewWithEachRequest() throws Exception {
        Thread.sleep(30);
        assertTrue(server.quiet().toMillis() >= 30);
        http.get("/");
        assertTrue(server.quiet().toMillis() < 30_000);
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String status(Reply reply) {
        return reply.status() + " " + reply.body();
    }
}
