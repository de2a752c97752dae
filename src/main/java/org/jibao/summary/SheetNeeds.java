package org.jibao.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Wording;
import org.jibao.metrics.MetricException;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;

/** What the leaders' page needs of its table of figures, besides the columns that {@code summary.yaml} shows. */
final class SheetNeeds {
    private static final Wording WORDS = Wording.of(SheetNeeds.class);

    private static final List<String> FIGURE = List.of("label", "value", "format");
    private static final List<String> FORMATS = List.of("format", "change_format");

    private final SummaryDefinition summary;
    private final Map<String, MetricTable> tables;
    private final Language language;

    private SheetNeeds(SummaryDefinition summary, Map<String, MetricTable> tables, Language language) {
        this.summary = summary;
        this.tables = tables;
        this.language = language;
    }

    /** @throws MetricException naming the file of the table that does not do, and what it lacks */
    static void check(SummaryDefinition summary, Map<String, MetricTable> tables, Language language) {
        SheetNeeds needs = new SheetNeeds(summary, tables, language);
        summary.sheets().stream()
                .filter(sheet -> sheet.kind() == SheetKind.LEADERS)
                .forEach(needs::checkLeaders);
    }

    private void checkLeaders(Sheet sheet) {
        summary.tables().stream()
                .filter(table -> sheet.blocks().contains(table.id()))
                .min(java.util.Comparator.comparing(table -> sheet.blocks().indexOf(table.id())))
                .filter(table -> tables.containsKey(table.id()))
                .ifPresent(table -> checkFigures(sheet, table, Objects.requireNonNull(tables.get(table.id()))));
    }

    private void checkFigures(Sheet sheet, Table table, MetricTable figures) {
        List<String> absent = FIGURE.stream()
                .filter(column -> !Columns.has(figures, column, language))
                .toList();
        if (!absent.isEmpty()) {
            throw MetricException.unfit(
                    table.file(), WORDS.text("figures.no-column", table.file(), absent, sheet.id()));
        }
        List<String> unknown = new ArrayList<>();
        for (String column : FORMATS) {
            if (Columns.has(figures, column, language)) {
                int index = Columns.index(figures, column, language);
                figures.rows().forEach(row -> addUnknown(unknown, column, row.get(index)));
            }
        }
        if (!unknown.isEmpty()) {
            String known = Arrays.stream(Format.values())
                    .map(format -> format.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw MetricException.unfit(
                    table.file(), WORDS.text("figures.unknown-format", table.file(), sheet.id(), unknown, known));
        }
    }

    /** A change may leave its format to that of the value. */
    private static void addUnknown(List<String> unknown, String column, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean left = text.isEmpty() && !column.equals("format");
        boolean known =
                Arrays.stream(Format.values()).anyMatch(format -> format.name().equalsIgnoreCase(text));
        if (!left && !known && !unknown.contains(column + "=" + text)) {
            unknown.add(column + "=" + text);
        }
    }
}
