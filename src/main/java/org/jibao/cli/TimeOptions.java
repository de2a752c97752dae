package org.jibao.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which period, and the moment at which the work takes place. */
final class TimeOptions {

    @Option(names = "--period", paramLabel = "2026Q3", descriptionKey = "period")
    private @Nullable String period;

    @Option(
            names = "--as-of",
            paramLabel = "2026-10-20T09:00+08:00",
            descriptionKey = "as-of",
            converter = TimeConverter.class)
    private @Nullable Instant asOf;

    TimeOptions() {}

    TimeOptions(@Nullable String period, @Nullable Instant asOf) {
        this.period = period;
        this.asOf = asOf;
    }

    /** The period as it was typed. */
    @Nullable
    String period() {
        return period;
    }

    @Nullable
    Instant asOf() {
        return asOf;
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
