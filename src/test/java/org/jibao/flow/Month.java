package org.jibao.flow;

import com.icegreen.greenmail.store.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of two months that are to end alike: a folder in which an office works, and its mail server. */
final class Month implements AutoCloseable {

    private static final String HALF_A_LINE = "2026Q3/青岚县";

    private final Path folder;
    private final MonthPlan plan;
    private final Post post = new Post();
    private final List<Arrival> toCome;
    private final List<Decision> toDecide;
    private final StringBuilder register = new StringBuilder("file,received_at\n");

    Month(Path folder, MonthPlan plan) throws IOException {
        this.folder = folder;
        this.plan = plan;
        this.toCome = new ArrayList<>(plan.arrivals());
        this.toDecide = new ArrayList<>(plan.decisions());
        Files.createDirectories(inbox());
        DeliveringJob.toFolderAndByMail(folder);
        DeliveringJob.openFor(folder, plan.openFor());
    }

    Path folder() {
        return folder;
    }

    Path store() {
        return folder.resolve("data/jibao.duckdb");
    }

    Post post() {
        return post;
    }

    /** The mails of a night that is over. */
    void clearPost() {
        try {
            post.clear();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path inbox() {
        return folder.resolve("inbox");
    }

    static String at(LocalDate night) {
        return night + "T01:30+08:00";
    }

    /** Everything that comes and is decided up to the night of a day. */
    void liveUntil(LocalDate day) throws IOException, InterruptedException {
        for (Decision decision :
                toDecide.stream().filter(one -> one.day().isBefore(day)).toList()) {
            decision.take(new Program(folder));
            toDecide.remove(decision);
        }
        Instant now = OffsetDateTime.parse(at(day)).toInstant();
        for (Arrival arrival : toCome.stream()
                .filter(one -> !one.at().toInstant().isAfter(now))
                .toList()) {
            arrival.into(inbox());
            register.append(arrival.line());
            toCome.remove(arrival);
        }
        String half = plan.registerBroken().contains(day) ? HALF_A_LINE : "";
        Files.writeString(folder.resolve("received.csv"), register + half);
    }

    Running begin(LocalDate day) throws IOException {
        Map<String, String> server = plan.mailDown().contains(day) ? Post.down() : post.environment();
        return new Program(folder).with(server).start(List.of("nightly", "--lang", "en", "--as-of", at(day)));
    }

    @Override
    public void close() {
        post.close();
    }
}
