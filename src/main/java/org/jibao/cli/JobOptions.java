package org.jibao.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jibao.batch.Settings;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What nearly every command needs to know: where the job, the store and the outputs are, and the moment it works at. */
final class JobOptions {

    /** What a fresh copy works on: the county that does not exist. */
    private static final Path SAMPLE = Path.of("sample-data", "county");

    private static final Path INBOX = Path.of("inbox");

    @Option(names = "--jobs", paramLabel = "DIR", descriptionKey = "jobs", defaultValue = "jobs")
    private Path jobs = Path.of("jobs");

    @Option(names = "--job", paramLabel = "JOB", descriptionKey = "job", defaultValue = "quarterly-disclosure")
    private String job = "quarterly-disclosure";

    @Option(names = "--inbox", paramLabel = "DIR", descriptionKey = "inbox")
    private @Nullable Path inbox;

    @Option(names = "--store", paramLabel = "FILE", descriptionKey = "store", defaultValue = "data/jibao.duckdb")
    private Path store = Path.of("data/jibao.duckdb");

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out", defaultValue = "out")
    private Path out = Path.of("out");

    @Option(names = "--period", paramLabel = "2026Q3", descriptionKey = "period", converter = PeriodConverter.class)
    private @Nullable Period period;

    @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "as-of", converter = TimeConverter.class)
    private @Nullable Instant asOf;

    Settings settings(Screen screen) {
        return new Settings(
                jobs,
                job,
                inbox(),
                store,
                out,
                screen.language(),
                Optional.ofNullable(period),
                Optional.ofNullable(asOf),
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
    }

    Path jobs() {
        return jobs;
    }

    Path inbox() {
        if (inbox != null) {
            return inbox;
        }
        return usesSample() ? SAMPLE : INBOX;
    }

    /** Nothing was named, there is no inbox, and the sample county lies here. */
    boolean usesSample() {
        return inbox == null && !Files.exists(INBOX) && Files.isDirectory(SAMPLE);
    }

    static final class PeriodConverter implements ITypeConverter<Period> {
        @Override
        public Period convert(String value) {
            return Period.parse(value).orElseThrow(() -> new TypeConversionException("2026Q3, 2026-09, 2026H1, 2026"));
        }
    }

    /** A time with its offset, so that it means the same wherever it is typed. */
    static final class TimeConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException("2026-10-20T09:00+08:00");
            }
        }
    }
}
