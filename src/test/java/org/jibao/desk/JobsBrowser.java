package org.jibao.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.run.Settings;

/** A desk over the job folders of a test, and a browser that has opened it. */
final class JobsBrowser implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----jibao-test";

    private final Desk desk;
    private final String origin;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** @param folder in which {@code jobs/trial} is */
    JobsBrowser(Path folder) throws IOException, InterruptedException {
        Settings settings = new Settings(
                folder.resolve("jobs"),
                "trial",
                folder.resolve("inbox"),
                folder.resolve("data/jibao.duckdb"),
                folder.resolve("out"),
                Language.EN,
                Optional.empty(),
                Optional.of(Instant.parse("2026-10-20T01:00:00Z")),
                1);
        desk = Desk.open(new DeskSettings(
                settings::withJob,
                job -> settings.inbox(),
                "trial",
                settings.jobs(),
                settings.store(),
                Language.EN,
                0,
                Duration.ofMinutes(5)));
        URI first = URI.create(desk.address());
        origin = "http://" + first.getAuthority();
        client.send(HttpRequest.newBuilder(first).build(), BodyHandlers.discarding());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofString());
    }

    /** Sends a form of fields from a page; gives what is shown then. */
    HttpResponse<String> send(String page, String to, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", token(page));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return settled(client.send(
                request(to, "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    /** Sends the form for a new job. */
    HttpResponse<String> draft(String name, String file, byte[] content) throws IOException, InterruptedException {
        String page = "/trial/now/jobs/new";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> fields = Map.of("csrf", token(page), "name", name, "language", "en", "period", "month");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(
                    part("name=\"" + field.getKey() + "\"", field.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        body.writeBytes(part("name=\"file\"; filename=\"" + file + "\"", content));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return settled(client.send(
                request(page, "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static byte[] part(String name, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Origin", origin)
                .header("Content-Type", type);
    }

    private String token(String page) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return token.group(1);
    }

    /** Waits for the work whose page this is, if it is one. */
    private HttpResponse<String> settled(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> shown = first;
        while (shown.body().contains("id=\"work\"")) {
            Thread.sleep(50);
            shown = get(first.uri().getPath());
        }
        return shown;
    }

    @Override
    public void close() {
        desk.close();
    }
}
