package org.jibao.summary;

import java.util.Locale;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;

/** Finds columns by the names of {@code summary.yaml}. */
public final class Columns {
    private Columns() {}

    /**
     * The column {@code name} in the reader's language, else the one that is called just so, such as a code or a number.
     *
     * @throws IllegalArgumentException naming the table, where there is neither
     */
    public static int index(MetricTable table, String name, Language language) {
        int worded = table.columns().indexOf(name + "_" + language.name().toLowerCase(Locale.ROOT));
        return worded >= 0 ? worded : table.column(name);
    }

    public static boolean has(MetricTable table, String name, Language language) {
        return table.columns().contains(name)
                || table.columns().contains(name + "_" + language.name().toLowerCase(Locale.ROOT));
    }
}
