package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * {@code summary.yaml} and {@code tables/*.sql}: what the summary workbook shows, in order.
 *
 * @param drawing how charts outside the leaders' page are drawn
 * @param estimates whether it says what the figures would be about with the units that are missing
 */
public record SummaryDefinition(
        List<Table> tables,
        List<Chart> charts,
        List<PrintedForm> printed,
        List<Sheet> sheets,
        DrawnAs drawing,
        Estimates estimates) {

    /** With native charts and estimates. */
    public SummaryDefinition(List<Table> tables, List<Chart> charts, List<PrintedForm> printed, List<Sheet> sheets) {
        this(tables, charts, printed, sheets, DrawnAs.NATIVE, Estimates.ON);
    }

    public SummaryDefinition {
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        printed = List.copyOf(printed);
        sheets = List.copyOf(sheets);
    }

    public SummaryDefinition drawnAs(DrawnAs other) {
        return new SummaryDefinition(tables, charts, printed, sheets, other, estimates);
    }

    public SummaryDefinition estimated(Estimates other) {
        return new SummaryDefinition(tables, charts, printed, sheets, drawing, other);
    }

    /** Whether what is missing is estimated. */
    public enum Estimates {
        ON,
        OFF
    }

    /** How charts are drawn. */
    public enum DrawnAs {
        /** By the spreadsheet program, from cells of the sheet. */
        NATIVE,
        PICTURE
    }

    /**
     * A table as shown: {@code tables/<id>.sql} of the job or of what jobs share, a SELECT over schemas {@code mart},
     * {@code returns} and {@code intake}. A column {@code x} that the SQL gives as {@code x_zh} and {@code x_en} is
     * shown in the reader's language.
     *
     * @param note stands under the title, or null
     * @param empty what an empty table means, shown in place of rows
     * @param file that holds the SQL, seen from the job folder
     */
    public record Table(
            String id, Text title, @Nullable Text note, Text empty, List<Column> columns, String file, String sql) {

        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of a table.
     *
     * @param width in characters of the default font, or 0 to fit its content
     */
    public record Column(String name, Text label, Format format, int width) {}

    /** How a value is shown. A missing value is always {@code —}. */
    public enum Format {
        TEXT,
        /** A whole number with thousands separators. */
        COUNT,
        /** A number with two decimals. */
        AMOUNT,
        /** A fraction shown as a percentage with two decimals. */
        RATE,
        /** A relative change (0.12 is +12.0 %), with its sign. */
        CHANGE,
        /** A difference of two rates in percentage points (0.012 is +1.20), with its sign. */
        POINTS,
        /** An average number of days, one decimal. */
        DAYS,
        DATE,
        /** Date and minute, in the job's time zone. */
        TIME
    }

    /**
     * A chart over the rows of a table.
     *
     * @param category the column along the axis
     * @param values the value columns, one series each; or one column, split by {@code series}
     * @param series the column whose values tell the series apart, or null
     * @param focus series drawn in colour in a trend; the first two where empty
     * @param title the message of the chart, unless the table {@code messages} has a row with this chart's id
     * @param subtitle what is plotted, with its unit
     * @param limit the most categories that are drawn, the largest first; 0 for all
     */
    public record Chart(
            String id,
            ChartType type,
            String table,
            String category,
            List<String> values,
            @Nullable String series,
            List<String> focus,
            Format format,
            Text title,
            Text subtitle,
            int limit) {

        public Chart {
            values = List.copyOf(values);
            focus = List.copyOf(focus);
        }
    }

    /** The kinds of chart. */
    public enum ChartType {
        /** Horizontal bars, the largest first, with the average. */
        RANKING,
        /** Horizontal stacked bars with totals. */
        STACKED,
        /** Vertical bars, a group a category. */
        COLUMNS,
        /** Lines over periods. */
        TREND,
        /** Shares of a whole. */
        RING
    }

    /**
     * A sheet of the workbook.
     *
     * @param blocks ids of tables, charts and printed forms, from top to bottom; what a kind of its own lays out itself
     *     is empty
     */
    public record Sheet(String id, SheetKind kind, Text title, List<String> blocks) {

        public Sheet {
            blocks = List.copyOf(blocks);
        }
    }

    /** The kinds of sheet. */
    public enum SheetKind {
        /** Title, period, as-of, coverage and provenance of the workbook. Blocks: a table of coverage lines. */
        COVER,
        /** The sheets with links. */
        CONTENTS,
        /**
         * Key figures with change, charts and the things to know. Blocks: the table of figures, the table of headlines,
         * then charts.
         */
        LEADERS,
        /** Tables and charts from top to bottom. */
        PAGE,
        /** The definitions, from the metrics' yaml. */
        NOTES,
        /** One long table without charts, for machines. */
        TIDY,
        /**
         * Printed forms, a page for each copy. Blocks: a table of three columns (copy, place, figure), then the forms.
         */
        PRINTED
    }
}
