package org.jibao.cli.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the machine's own doings, by the machine's clock. */
public final class Times {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Times() {}

    public static String local(Instant time) {
        return TO_THE_MINUTE.format(time.atZone(ZoneId.systemDefault()));
    }
}
