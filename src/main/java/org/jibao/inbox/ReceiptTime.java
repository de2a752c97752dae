package org.jibao.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of receipt as it is written: with its offset, {@code 2026-10-09T16:30:00+08:00}, or as Excel leaves it behind when the
 * register is saved, {@code 2026/10/9 16:30}, which is by the job's clock. A day alone is its beginning. What may be read in
 * two ways, such as {@code 7/8/2026}, is not read.
 */
final class ReceiptTime {

    private static final Pattern LOCAL =
            Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)"
                    + "(?:(?:\\s+|T|(?<=日))(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2})(?:\\.\\d{1,9})?)?)?");

    private final LocalDateTime time;
    private final @Nullable ZoneOffset offset;

    private ReceiptTime(LocalDateTime time, @Nullable ZoneOffset offset) {
        this.time = time;
        this.offset = offset;
    }

    static Optional<ReceiptTime> read(String text) {
        String plain = text.strip();
        try {
            OffsetDateTime time = OffsetDateTime.parse(plain.replaceFirst("^(\\S+) +(\\d)", "$1T$2"));
            return Optional.of(new ReceiptTime(time.toLocalDateTime(), time.getOffset()));
        } catch (DateTimeException withoutOffset) {
            return local(plain);
        }
    }

    private static Optional<ReceiptTime> local(String text) {
        Matcher parts = LOCAL.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean signs = parts.group(2) != null;
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(parts.group(1)),
                    number(parts.group(signs ? 3 : 5)),
                    number(parts.group(signs ? 4 : 6)),
                    number(parts.group(7)),
                    number(parts.group(8)),
                    number(parts.group(9)));
            return Optional.of(new ReceiptTime(time, null));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** @param zone of the clock by which a time without an offset was written */
    Instant in(ZoneId zone) {
        return time.atZone(offset == null ? zone : offset).toInstant();
    }
}
