package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.support.Sha256;
import org.jibao.testkit.Dovecot;

/**
 * Kills {@code jibao fetch} at random instants (kill -9), starts it again until it is done, and compares inbox, book
 * and mailbox with those of an undisturbed one. Argument: how many kills. Run from the project's folder; needs dovecot.
 */
public final class FetchKills {

    private static final Instant RECEIVED = Instant.parse("2026-10-09T08:30:00Z");
    private static final int MAILS = 60;

    private final Path root;
    private final Random random;

    FetchKills(Path root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("jibao-fetch-kills");
        try {
            long seed = System.nanoTime();
            System.out.println("seed " + seed + ", fetch by " + Program.kind());
            new FetchKills(root, seed).run(Integer.parseInt(arguments[0]));
        } finally {
            Folders.remove(root);
        }
    }

    /** What is there when all mails are fetched: files with their digests, and mails with their files. */
    private record Fetched(Map<String, String> files, List<String> mails, long handled, long left) {}

    void run(int wanted) throws IOException, InterruptedException {
        Fetched expected = null;
        int kills = 0;
        long longest = 0;
        for (int round = 0; kills < wanted || expected == null; round++) {
            Path place = Files.createDirectories(root.resolve("round-" + round));
            try (Dovecot server = Dovecot.start(Files.createDirectories(place.resolve("imap")))) {
                fill(server);
                Path folder = prepared(place);
                int before = kills;
                while (expected != null && kills < wanted && killed(folder, server, longest)) {
                    kills++;
                }
                long begun = System.nanoTime();
                finish(folder, server);
                longest = Math.max(longest, (System.nanoTime() - begun) / 1_000_000);
                Fetched fetched = fetched(folder, server);
                expected = expected == null ? fetched : expected;
                compare(expected, fetched, round);
                System.out.printf(
                        "round %d: %d kills, %d mails, %d files, nothing differs%n",
                        round,
                        kills - before,
                        fetched.mails().size(),
                        fetched.files().size());
            }
            Folders.remove(place);
        }
        System.out.printf("%d kills: each of %d mails on record once, with its files%n", kills, MAILS);
    }

    private static void compare(Fetched expected, Fetched fetched, int round) {
        if (!expected.equals(fetched)) {
            Map<String, String> more = new TreeMap<>(fetched.files());
            more.entrySet().removeAll(expected.files().entrySet());
            Map<String, String> missing = new TreeMap<>(expected.files());
            missing.entrySet().removeAll(fetched.files().entrySet());
            throw new AssertionError("round %d: files more %s, missing %s; mails %d; moved %d, left %d"
                    .formatted(round, more, missing, fetched.mails().size(), fetched.handled(), fetched.left()));
        }
    }

    private static void fill(Dovecot server) throws IOException {
        for (int i = 0; i < MAILS; i++) {
            byte[] content = ("PK" + "x".repeat(2000 + i)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Instant at = RECEIVED.plusSeconds(i);
            String name = "青岚县砚雨镇_2026年第三季度.xlsx";
            server.deliver(CountyMails.mail(i, "ql101@example.com", "dmarc=pass", name, content, at), at);
        }
    }

    private static Path prepared(Path place) throws IOException {
        Path folder = Files.createDirectories(place.resolve("work"));
        Folders.copy(Path.of("jobs"), Files.createDirectories(folder.resolve("jobs")));
        Path job = folder.resolve("jobs/quarterly-disclosure/job.yaml");
        Files.writeString(
                job, Files.readString(job) + "\nmailbox: {handled: Handled, not-for-us: Other, keep-mails: true}\n");
        return folder;
    }

    private static List<String> command() {
        return List.of("fetch", "--job", "quarterly-disclosure", "--inbox", "inbox", "--store", "data/jibao.duckdb");
    }

    private boolean killed(Path folder, Dovecot server, long longest) throws IOException, InterruptedException {
        Process process = start(folder, server);
        boolean alive = !process.waitFor(
                300 + random.nextInt((int) Math.max(1, longest)), java.util.concurrent.TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return alive;
    }

    private static Process start(Path folder, Dovecot server) throws IOException {
        return new Program(folder).with(server.environment()).unheard(command());
    }

    private static void finish(Path folder, Dovecot server) throws IOException, InterruptedException {
        Process process = start(folder, server);
        if (!process.waitFor(Duration.ofMinutes(5).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                || process.exitValue() != 0) {
            throw new AssertionError("fetch ended with " + process);
        }
    }

    private static Fetched fetched(Path folder, Dovecot server) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path inbox = folder.resolve("inbox");
        try (Stream<Path> paths = Files.walk(inbox)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(inbox.relativize(path).toString(), Sha256.of(path));
            }
        }
        Collection<MailRecord> mails = MailBook.beside(folder.resolve("data/jibao.duckdb"), "quarterly-disclosure")
                .read()
                .mails();
        List<String> lines = new ArrayList<>();
        mails.forEach(mail -> lines.add(mail.id() + " " + mail.files()));
        return new Fetched(files, lines.stream().sorted().toList(), server.mails("Handled"), server.mails(""));
    }
}
