package org.jibao.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jibao.finding.Text;

/**
 * A revision in the place of an earlier one of the same unit and period.
 *
 * @param unit its code
 * @param olderFile with the folders in which it came
 * @param cells of grids that the two have between them
 * @param changed those that differ
 */
public record Replacement(
        String period,
        String unit,
        String name,
        long older,
        String olderFile,
        Instant olderAt,
        long newer,
        String newerFile,
        Instant newerAt,
        long cells,
        long changed) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** In a line. */
    public Text words(ZoneId zone) {
        String before = MINUTE.format(olderAt.atZone(zone));
        String after = MINUTE.format(newerAt.atZone(zone));
        return new Text(
                "%s %s：%s（%s 收到）替换了 %s（%s 收到），表格中改动 %d 格（共 %d 格）"
                        .formatted(name, period, newerFile, after, olderFile, before, changed, cells),
                "%s %s: %s (received %s) replaces %s (received %s); cells of tables changed: %d of %d"
                        .formatted(name, period, newerFile, after, olderFile, before, changed, cells));
    }

    /** The share of cells that differ, such as {@code 12.50%}; a dash where there are none. */
    public String share() {
        return cells == 0
                ? "—"
                : java.math.BigDecimal.valueOf(changed * 100)
                                .divide(java.math.BigDecimal.valueOf(cells), 2, java.math.RoundingMode.HALF_UP)
                        + "%";
    }
}
