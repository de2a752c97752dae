package org.jibao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jibao.finding.Language;
import org.jibao.run.Settings;

/** A desk on the sample county's job in a folder of the test, whose clock the test sets. */
final class CountyDesk implements AutoCloseable {

    static final String JOB = "quarterly-disclosure";

    private static final Path RETURNS = Path.of("sample-data/county", JOB);

    private final Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>();
    private final Desk desk;

    CountyDesk(Path folder, String time, Language language) throws IOException {
        this.folder = folder;
        at(time);
        this.desk = Desk.open(new DeskSettings(
                this::settings, job -> inbox(), JOB, Path.of("jobs"), store(), language, 0, Duration.ofMinutes(10)));
    }

    private Settings settings(String job) {
        return new Settings(
                Path.of("jobs"),
                job,
                inbox(),
                store(),
                folder.resolve("out"),
                Language.ZH,
                Optional.empty(),
                Optional.ofNullable(now.get()),
                2);
    }

    /** Such as {@code 2026-10-09T10:00+08:00}. */
    void at(String time) {
        now.set(OffsetDateTime.parse(time).toInstant());
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path store() {
        return folder.resolve("data/jibao.duckdb");
    }

    Path out() {
        return folder.resolve("out");
    }

    String address() {
        return desk.address();
    }

    /** The address of a page, once the first address was opened. */
    String page(String period, String name) {
        String first = desk.address();
        return first.substring(0, first.indexOf('/', "http://".length())) + "/" + JOB + "/" + period + "/" + name;
    }

    /** The county's files of a period. */
    static Stream<Path> returns(String period) {
        try {
            return Files.walk(RETURNS.resolve(period))
                    .filter(Files::isRegularFile)
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
