package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;

/**
 * A table as a reader sees it, as a rule in one language.
 *
 * @param note under its title, or null
 * @param emphasis position of the optional column {@code emphasis}, whose true rows are totals; -1 for none
 * @param rows as the metrics gave them
 * @param better position of the optional column {@code better}, which says of a row's figure whether {@code up} or {@code down} is
 *     better; -1 for none
 */
public record ShownTable(
        String id,
        String title,
        @Nullable String note,
        String empty,
        List<Column> columns,
        int emphasis,
        List<List<@Nullable Object>> rows,
        int better) {

    /** How the columns of changes are called in the tables of figures. */
    private static final String CHANGE = "change_";

    public ShownTable(
            String id,
            String title,
            @Nullable String note,
            String empty,
            List<Column> columns,
            int emphasis,
            List<List<@Nullable Object>> rows) {
        this(id, title, note, empty, columns, emphasis, rows, -1);
    }

    /**
     * A column.
     *
     * @param width in characters, 0 to fit
     * @param index in a row
     * @param change whether it says by how much a figure has changed, which has an arrow
     */
    public record Column(String label, Format format, int width, int index, boolean change) {

        /** One whose format says whether it is a change. */
        public Column(String label, Format format, int width, int index) {
            this(label, format, width, index, Cells.isChange(format));
        }
    }

    public ShownTable {
        columns = List.copyOf(columns);
    }

    /**
     * What differs by language has a column in each.
     *
     * @param speeches of the languages in which it is, the first that of its title
     */
    static ShownTable of(SummaryDefinition.Table table, MetricTable figures, List<Localizer> speeches) {
        Map<Integer, Boolean> whole = wholeColumns(table, figures, speeches);
        List<Column> columns = new ArrayList<>();
        for (SummaryDefinition.Column column : table.columns()) {
            Map<Integer, List<Localizer>> places = new LinkedHashMap<>();
            speeches.forEach(speech -> places.computeIfAbsent(
                            Columns.index(figures, column.name(), speech.language()), index -> new ArrayList<>())
                    .add(speech));
            places.forEach((index, those) -> {
                String label = Context.joined(those.stream().map(speech -> speech.say(column.label())), " ");
                // A label whose placeholder the store cannot fill belongs to a period that it does not know.
                if (!label.isEmpty()) {
                    columns.add(
                            new Column(label, format(column, index, whole), column.width(), index, isChange(column)));
                }
            });
        }
        Localizer speech = speeches.get(0);
        return new ShownTable(
                table.id(),
                speech.say(table.title()),
                table.note() == null ? null : speech.say(table.note()),
                speech.say(table.empty()),
                columns,
                figures.columns().indexOf("emphasis"),
                figures.rows(),
                figures.columns().indexOf("better"));
    }

    /** Whether a change in a row is for the better: 1, for the worse: -1, or neither: 0. */
    int goodness(List<@Nullable Object> row, Column column) {
        if (!column.change() || better < 0 || !(row.get(column.index()) instanceof Number number)) {
            return 0;
        }
        int direction = (int) Math.signum(number.doubleValue());
        String way = String.valueOf(row.get(better));
        return way.equals("up") ? direction : way.equals("down") ? -direction : 0;
    }

    /** Averages change by amounts, of which only the name of the column says that they are changes. */
    private static boolean isChange(SummaryDefinition.Column column) {
        boolean amount = column.format() == Format.AMOUNT || column.format() == Format.DAYS;
        return Cells.isChange(column.format()) || amount && column.name().startsWith(CHANGE);
    }

    /** A column that is said to hold whole numbers shows decimals where it has any: 322.45 is not 322. */
    private static Format format(SummaryDefinition.Column column, int index, Map<Integer, Boolean> whole) {
        if (column.format() != Format.COUNT) {
            return column.format();
        }
        return whole.getOrDefault(index, true) ? Format.COUNT : Format.AMOUNT;
    }

    /** Whether the columns of whole numbers have no others, by their positions; in one passage through the rows. */
    private static Map<Integer, Boolean> wholeColumns(
            SummaryDefinition.Table table, MetricTable figures, List<Localizer> speeches) {
        Map<Integer, Boolean> whole = new HashMap<>();
        table.columns().stream()
                .filter(column -> column.format() == Format.COUNT)
                .forEach(column -> speeches.forEach(
                        speech -> whole.put(Columns.index(figures, column.name(), speech.language()), true)));
        if (whole.isEmpty()) {
            return whole;
        }
        for (List<@Nullable Object> row : figures.rows()) {
            whole.replaceAll((index, soFar) -> soFar && isWhole(row.get(index)));
        }
        return whole;
    }

    private static boolean isWhole(@Nullable Object value) {
        if (value instanceof Double real) {
            return !Double.isFinite(real) || real == Math.rint(real);
        }
        return !(value instanceof BigDecimal decimal)
                || decimal.stripTrailingZeros().scale() <= 0;
    }

    public boolean isEmphasized(List<@Nullable Object> row) {
        return emphasis >= 0 && Boolean.TRUE.equals(row.get(emphasis));
    }

    public boolean hasMissing() {
        return rows.stream()
                .anyMatch(row -> columns.stream().anyMatch(column -> Objects.isNull(row.get(column.index()))));
    }
}
