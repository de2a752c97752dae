package org.jibao.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.guard.PersonalNumbers;
import org.jibao.guard.VisibleText;
import org.jibao.store.ForeignTables.ForeignColumn;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Tables of another office as temporary tables {@code handed_<name>} of the store. Whoever made them: numbers of
 * persons are masked in every text, texts are no longer than a cell's, and names of files lead nowhere.
 */
final class StagedTables {

    /** Characters of one cell in Excel. */
    static final int LONGEST_TEXT = 32_767;

    /** Texts that this program has made or that are among the job's words, and have been compared with them. */
    private static final Set<String> OURS =
            Set.of("sha256", "fingerprint", "unit", "period", "form", "row", "column", "status", "verdict", "standing");

    private static final Set<String> TAKEN_AS_THEY_ARE =
            Set.of("BIGINT", "INTEGER", "BOOLEAN", "TIMESTAMP", "DATE", "DECIMAL(18,4)", "VARCHAR");

    private final ConnectionSql sql;

    StagedTables(ConnectionSql sql) {
        this.sql = sql;
    }

    /** What a table of this name is called here. */
    static String name(String part) {
        return "handed_" + part.replace('-', '_');
    }

    /**
     * Makes them in the current transaction, on whose connection they are.
     *
     * @param parts their names in the package
     */
    void stage(ForeignTables foreign, List<String> parts) {
        sql.execute(
                parts.stream().map(part -> table(part, foreign.columns(part))).collect(Collectors.joining(";\n")));
        for (String part : parts) {
            if (!foreign.isEmpty(part)) {
                fill(foreign, part, foreign.columns(part));
            }
        }
    }

    private static String table(String part, List<ForeignColumn> columns) {
        String listed = columns.stream()
                .map(column -> SqlText.name(column.name()) + " " + kept(column.type()))
                .collect(Collectors.joining(", "));
        return "CREATE OR REPLACE TEMP TABLE " + SqlText.name(name(part)) + " (" + listed + ")";
    }

    private void fill(ForeignTables foreign, String part, List<ForeignColumn> columns) {
        String selected = columns.stream().map(StagedTables::selected).collect(Collectors.joining(", "));
        List<String> names = columns.stream().map(ForeignColumn::name).toList();
        int value = part.equals("observations") ? names.indexOf("value") : -1;
        sql.appendTemporary(name(part), rows -> foreign.each(part, selected, row -> append(rows, names, row, value)));
    }

    /** Decimals of another scale are handed on as texts, since an appender takes only the store's own. */
    private static String kept(String type) {
        return type.equals("INTEGER") ? "BIGINT" : TAKEN_AS_THEY_ARE.contains(type) ? type : "VARCHAR";
    }

    private static String selected(ForeignColumn column) {
        String name = SqlText.name(column.name());
        return TAKEN_AS_THEY_ARE.contains(column.type()) ? name : name + "::VARCHAR AS " + name;
    }

    private static void append(RowAppender rows, List<String> names, List<@Nullable Object> row, int value)
            throws SQLException {
        List<@Nullable Object> kept = new ArrayList<>(row.size());
        for (int i = 0; i < names.size(); i++) {
            Object cell = row.get(i);
            if (!(cell instanceof String text) || OURS.contains(names.get(i))) {
                kept.add(cell);
            } else if (value >= 0 && names.get(i).equals("raw")) {
                kept.add(figure(text, row.get(value)));
            } else {
                kept.add(names.get(i).equals("file") ? fileName(text) : safe(text));
            }
        }
        rows.row(kept.toArray());
    }

    private static String safe(String text) {
        String some = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        return PersonalNumbers.masked(some);
    }

    /** The digits of a figure are no number of a person. A text beside a figure may well hold one. */
    private static String figure(String text, @Nullable Object value) {
        if (value instanceof BigDecimal number && text.length() <= LONGEST_TEXT) {
            try {
                if (new BigDecimal(text.strip().replace(",", "")).compareTo(number) == 0) {
                    return text;
                }
            } catch (NumberFormatException notPlain) {
                return safe(text);
            }
        }
        return safe(text);
    }

    /** A path is shown, never one that is followed. */
    static String fileName(String given) {
        String plain = VisibleText.line(given.replace('\\', '/'));
        List<String> steps = new ArrayList<>();
        for (String step : plain.split("/")) {
            if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step.equals("..") ? "__" : step);
            }
        }
        String name = String.join("/", steps);
        return safe(name.isEmpty() ? "?" : name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
    }

    /** Characters of a name: four folders of the longest that a file system takes. */
    static final int LONGEST_NAME = 1024;
}
