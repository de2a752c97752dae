package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.maintenance.StoreMaintenance;
import org.jibao.run.Progress;
import org.jibao.run.Settings;

/** Two of the sample county's good returns in an inbox of their own, for what needs no more. */
final class SmallInbox {

    static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    static final Instant RECEIVED = Instant.parse("2026-07-08T01:00:00Z");

    private final Path folder;

    SmallInbox(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(inbox());
        for (String unit : List.of("青岚县信访局", "青岚县公安局")) {
            receive(sample(unit), unit + "_2026年第二季度.xlsx");
        }
    }

    static Path sample(String unit) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-data/county/quarterly-disclosure/2026Q2"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(unit + "_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    void receive(Path source, String name) throws IOException {
        Path file = Files.copy(source, inbox().resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(RECEIVED));
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path store() {
        return folder.resolve("jibao.duckdb");
    }

    Path out() {
        return folder.resolve("out");
    }

    Jibao jibao() {
        return new Jibao(settings("quarterly-disclosure", store(), out(), null), Progress.NONE);
    }

    /** At another time than {@link #NOW}. */
    Jibao jibao(Instant asOf) {
        Settings now = settings("quarterly-disclosure", store(), out(), null);
        return new Jibao(
                new Settings(
                        now.jobs(),
                        now.job(),
                        now.inbox(),
                        now.store(),
                        now.out(),
                        now.language(),
                        now.period(),
                        Optional.of(asOf),
                        now.threads()),
                Progress.NONE);
    }

    StoreMaintenance keeping() {
        return new StoreMaintenance(settings("quarterly-disclosure", store(), out(), null));
    }

    Settings settings(
            String job, Path store, Path out, org.jibao.calendar.@org.jspecify.annotations.Nullable Period period) {
        return new Settings(
                Path.of("jobs"),
                job,
                inbox(),
                store,
                out,
                Language.EN,
                Optional.ofNullable(period),
                Optional.of(NOW),
                2);
    }
}
