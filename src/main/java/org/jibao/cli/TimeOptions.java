package org.jibao.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which period, and the moment at which the work takes place. */
final class TimeOptions {

    @Option(names = "--period", paramLabel = "2026Q3", descriptionKey = "period", converter = PeriodConverter.class)
    private @Nullable Period period;

    @Option(
            names = "--as-of",
            paramLabel = "2026-10-20T09:00+08:00",
            descriptionKey = "as-of",
            converter = TimeConverter.class)
    private @Nullable Instant asOf;

    TimeOptions() {}

    TimeOptions(@Nullable Period period, @Nullable Instant asOf) {
        this.period = period;
        this.asOf = asOf;
    }

    @Nullable
    Period period() {
        return period;
    }

    @Nullable
    Instant asOf() {
        return asOf;
    }

    /** A period's code. */
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
