package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code summary.yaml} and {@code tables/*.sql}, the job's own and those that jobs share. */
final class SummaryReader {

    private static final Wording WORDS = Wording.of(SummaryReader.class);

    /** Wider is wider than a page. */
    private static final int WIDEST = 120;

    private final JobFolder folder;
    private final Ids blocks = new Ids();

    private SummaryReader(JobFolder folder) {
        this.folder = folder;
    }

    static SummaryDefinition read(JobFolder folder, Mapping file) {
        return new SummaryReader(folder).read(file);
    }

    private SummaryDefinition read(Mapping file) {
        Map<String, Table> tables = new LinkedHashMap<>();
        file.need("tables")
                .mappings()
                .flatMap(table -> table(table).stream())
                .forEach(table -> tables.putIfAbsent(table.id(), table));
        ChartReader chartReader = new ChartReader(tables, blocks);
        List<SummaryDefinition.Chart> charts =
                file.get("charts").mappings().map(chartReader::read).toList();
        PrintedFormReader printedReader = new PrintedFormReader(blocks);
        List<PrintedForm> printed =
                file.get("printed").mappings().map(printedReader::read).toList();
        Set<String> blockIds = new HashSet<>(tables.keySet());
        charts.forEach(chart -> blockIds.add(chart.id()));
        SheetReader sheetReader = new SheetReader(tables, blockIds, printed);
        List<Sheet> sheets =
                file.need("sheets").mappings().map(sheetReader::read).toList();
        file.end();
        return new SummaryDefinition(List.copyOf(tables.values()), charts, printed, sheets);
    }

    private Optional<Table> table(Mapping mapping) {
        if (mapping.has("use")) {
            return sharedTable(mapping);
        }
        String id = blocks.claim(mapping.need("id"));
        return Optional.of(table(id, mapping, "tables/" + id + ".sql"));
    }

    /** {@code use: coverage} is the table that jobs share under this id; nothing else may be said of it here. */
    private Optional<Table> sharedTable(Mapping mapping) {
        Value use = mapping.get("use");
        String id = use.nameOf("noun.shared-table", folder.sharedNames("tables", ".yaml"));
        mapping.end();
        String file = "tables/" + id;
        if (!folder.sharedNames("tables", ".yaml").contains(id)) {
            return Optional.empty();
        }
        blocks.claim(id, use);
        return folder.yaml(folder.shared(file + ".yaml"))
                .map(shared -> table(id, shared, folder.shared(file + ".sql")));
    }

    private Table table(String id, Mapping mapping, String sqlFile) {
        Ids names = new Ids();
        Value note = mapping.get("note");
        Table table = new Table(
                id,
                mapping.need("title").words(),
                note.absent() ? null : note.words(),
                mapping.need("empty").words(),
                mapping.need("columns")
                        .labelled()
                        .map(column -> column(column, names))
                        .toList(),
                sqlFile,
                id.isEmpty() ? "" : Select.read(folder, sqlFile));
        mapping.end();
        return table;
    }

    private static Column column(Mapping mapping, Ids names) {
        Text label = mapping.label();
        Column column = new Column(
                mapping.id("name", label, names),
                label,
                mapping.get("format").choice(Format.class, Format.TEXT),
                mapping.get("width").integer(0, WIDEST, 0));
        mapping.end();
        return column;
    }

    /** The {@code charts} of {@code summary.yaml}, each over columns of one of its tables. */
    static final class ChartReader {

        /** More categories cannot be told apart on a page. */
        private static final int MOST_CATEGORIES = 200;

        private static final Set<Format> NOT_NUMBERS = EnumSet.of(Format.TEXT, Format.DATE, Format.TIME);

        private final Map<String, Table> tables;
        private final Ids blocks;

        /** @param blocks ids of tables and charts so far */
        ChartReader(Map<String, Table> tables, Ids blocks) {
            this.tables = tables;
            this.blocks = blocks;
        }

        Chart read(Mapping mapping) {
            String id = blocks.claim(mapping.need("id"));
            ChartType type = mapping.need("type").choice(ChartType.class, ChartType.COLUMNS);
            String tableId = mapping.need("table").nameOf("noun.table", tables.keySet());
            Table table = tables.get(tableId);
            Value values = mapping.need("values");
            Value series = mapping.get("series");
            Value format = mapping.need("format");
            Chart chart = new Chart(
                    id,
                    type,
                    tableId,
                    column(mapping.need("category"), table),
                    values.items().stream()
                            .map(value -> valueColumn(value, table))
                            .toList(),
                    series.absent() ? null : column(series, table),
                    mapping.get("focus").texts(),
                    format.choice(Format.class, Format.COUNT),
                    mapping.need("title").words(),
                    mapping.need("subtitle").words(),
                    mapping.get("limit").integer(0, MOST_CATEGORIES, 0));
            mapping.end();
            if (chart.series() != null && chart.values().size() > 1) {
                series.report(WORDS.text("summary.series-needs-one-value"));
            }
            if (type == ChartType.RING && (chart.values().size() > 1 || chart.series() != null)) {
                values.report(WORDS.text("summary.ring-needs-one-value"));
            }
            if (NOT_NUMBERS.contains(chart.format())) {
                format.report(WORDS.text("summary.chart-format", format.text()));
            }
            return chart;
        }

        private static String column(Value value, @Nullable Table table) {
            if (table == null) {
                return value.text();
            }
            return value.nameOf(
                    "noun.table-column",
                    table.columns().stream().map(Column::name).toList());
        }

        private static String valueColumn(Value value, @Nullable Table table) {
            String name = column(value, table);
            if (table != null) {
                table.columns().stream()
                        .filter(column -> column.name().equals(name) && NOT_NUMBERS.contains(column.format()))
                        .forEach(column -> value.report(WORDS.text("summary.value-not-a-number", name)));
            }
            return name;
        }
    }

    /** The {@code sheets} of {@code summary.yaml}, whose titles must be names that Excel takes. */
    static final class SheetReader {

        private static final int LONGEST_TITLE = 31;
        private static final Pattern NOT_IN_TITLES = Pattern.compile("[\\[\\]:*?/\\\\]|^'|'$");
        private static final int FILLING_COLUMNS = 3;
        private static final Set<SheetKind> WITHOUT_BLOCKS = EnumSet.of(SheetKind.CONTENTS, SheetKind.NOTES);

        private final Map<String, Table> tables;
        private final Set<String> blocks;
        private final Set<String> printed;
        private final Ids ids = new Ids();
        private final Map<String, Integer> titles = new HashMap<>();

        /** @param blocks ids of tables and charts */
        SheetReader(Map<String, Table> tables, Set<String> blocks, List<PrintedForm> printed) {
            this.tables = tables;
            this.blocks = blocks;
            this.printed = printed.stream().map(PrintedForm::id).collect(Collectors.toUnmodifiableSet());
        }

        Sheet read(Mapping mapping) {
            String id = ids.claim(mapping.need("id"));
            SheetKind kind = mapping.need("kind").choice(SheetKind.class, SheetKind.PAGE);
            Value titleValue = mapping.need("title");
            Text title = titleValue.words();
            reportTitle(titleValue, "zh", title.zh());
            reportTitle(titleValue, "en", title.en());
            Value list = mapping.get("blocks");
            List<String> named = kind == SheetKind.PRINTED
                    ? printedBlocks(list)
                    : list.items().stream()
                            .map(item -> item.nameOf("noun.block", blocks))
                            .toList();
            if (WITHOUT_BLOCKS.contains(kind) && !named.isEmpty()) {
                list.report(
                        WORDS.text("summary.sheet-without-blocks", kind.name().toLowerCase(Locale.ROOT)));
            }
            mapping.end();
            return new Sheet(id, kind, title, named);
        }

        /** The table that fills the forms, then the forms. */
        private List<String> printedBlocks(Value list) {
            List<Value> items = list.items();
            List<String> named = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                boolean filling = i == 0;
                named.add(items.get(i)
                        .nameOf(filling ? "noun.table" : "noun.printed", filling ? tables.keySet() : printed));
            }
            Table table = named.isEmpty() ? null : tables.get(named.get(0));
            if (named.size() < 2 || table != null && table.columns().size() != FILLING_COLUMNS) {
                list.report(WORDS.text("summary.bad-printed-sheet"));
            }
            return named;
        }

        private void reportTitle(Value value, String language, String title) {
            if (title.isEmpty()) {
                return;
            }
            if (title.length() > LONGEST_TITLE || NOT_IN_TITLES.matcher(title).find()) {
                value.report(WORDS.text("summary.bad-sheet-title", title, LONGEST_TITLE));
            }
            // Excel does not tell capitals from small letters here.
            Integer first = titles.putIfAbsent(language + title.toLowerCase(Locale.ROOT), value.line());
            if (first != null) {
                value.report(WORDS.text("summary.duplicate-sheet-title", title, first));
            }
        }
    }
}
