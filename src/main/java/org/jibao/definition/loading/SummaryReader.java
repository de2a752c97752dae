package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** {@code summary.yaml} and {@code tables/*.sql}, the job's own and those that jobs share. */
final class SummaryReader {

    private static final Wording WORDS = Wording.of(SummaryReader.class);

    /** Wider is wider than a page. */
    private static final int WIDEST = 120;

    /** The tables that every job has. */
    static final List<String> EVERY_JOB = List.of(
            "coverage",
            "finding_kinds",
            "findings",
            "package_differences",
            "package_levels",
            "packages",
            "period_labels",
            "printed_kinds",
            "printed_units",
            "printed_whole",
            "replacements",
            "reporting_absent",
            "reporting_kinds",
            "reporting_matrix",
            "reporting_states",
            "reporting_units",
            "revision_basis",
            "revision_causes",
            "revisions");

    /** Those of them that fill printed forms, with the scopes that each has a copy for. */
    private static final Map<String, String> PRINTED_SCOPES =
            Map.of("printed_kinds", "s.level = 'kind'", "printed_units", "s.level = 'unit'", "printed_whole", "s.top");

    private static final FormIndex NO_FORMS = new FormIndex(List.of(), List.of());

    private final JobFolder folder;
    private final Supplier<FormIndex> forms;
    private final Ids blocks = new Ids();

    private SummaryReader(JobFolder folder, Supplier<FormIndex> forms) {
        this.folder = folder;
        this.forms = forms;
    }

    /**
     * @param made what figures make by themselves, of which the file says what differs; empty where it says everything
     * @param forms the job's, asked for only where one of them is printed
     */
    static SummaryDefinition read(JobFolder folder, Mapping file, SummaryDefinition made, Supplier<FormIndex> forms) {
        return new SummaryReader(folder, forms).read(file, made);
    }

    private SummaryDefinition read(Mapping file, SummaryDefinition made) {
        boolean whole = made.sheets().isEmpty();
        Map<String, Table> tables = new LinkedHashMap<>();
        Value given = whole ? file.need("tables") : file.get("tables");
        List<Table> own =
                given.mappings().flatMap(table -> table(table).stream()).toList();
        made.tables().forEach(table -> tables.put(table.id(), table));
        own.forEach(table -> tables.put(table.id(), table));
        ChartReader chartReader = new ChartReader(tables, blocks);
        Map<String, SummaryDefinition.Chart> charts = new LinkedHashMap<>();
        made.charts().forEach(chart -> charts.put(chart.id(), chart));
        file.get("charts").mappings().map(chartReader::read).forEach(chart -> charts.put(chart.id(), chart));
        PrintedFormReader printedReader = new PrintedFormReader(blocks, forms);
        List<PrintedForm> printed =
                file.get("printed").mappings().map(printedReader::read).toList();
        Set<String> blockIds = new LinkedHashSet<>(tables.keySet());
        blockIds.addAll(charts.keySet());
        SheetReader sheetReader = new SheetReader(tables, blockIds, printed);
        List<Sheet> sheets = (whole ? file.need("sheets") : file.get("sheets"))
                .mappings()
                .map(sheetReader::read)
                .toList();
        SummaryDefinition all =
                new SummaryDefinition(List.copyOf(tables.values()), List.copyOf(charts.values()), printed, sheets);
        SummaryDefinition read = whole ? all : new Differences(made, all).read(file, blockIds);
        file.end();
        return read;
    }

    private Optional<Table> table(Mapping mapping) {
        if (mapping.has("use")) {
            return sharedTable(mapping);
        }
        String id = blocks.claim(mapping.need("id"));
        return Optional.of(table(id, mapping, "tables/" + id + ".sql"));
    }

    /**
     * {@code use: coverage} is the table that jobs share under this id, or that every job has; nothing else may be said
     * of it here.
     */
    private Optional<Table> sharedTable(Mapping mapping) {
        Value use = mapping.get("use");
        Set<String> known = new TreeSet<>(folder.sharedNames("tables", ".yaml"));
        known.addAll(EVERY_JOB);
        String id = use.nameOf("noun.shared-table", known);
        mapping.end();
        if (!known.contains(id)) {
            return Optional.empty();
        }
        blocks.claim(id, use);
        return sharedTable(id);
    }

    /** A table that every job has. */
    static Table shared(JobFolder folder, String id) {
        return new SummaryReader(folder, () -> NO_FORMS).sharedTable(id).orElseThrow();
    }

    private Optional<Table> sharedTable(String id) {
        String file = "tables/" + id;
        if (folder.sharedNames("tables", ".yaml").contains(id)) {
            return folder.yaml(folder.shared(file + ".yaml"))
                    .map(shared -> table(id, shared, folder.shared(file + ".sql")));
        }
        return YamlReader.read(
                        folder.source(file + ".yaml").in(List.of(Language.values())),
                        SqlText.text(SummaryReader.class, file + ".yaml"))
                .map(shared -> table(id, shared, file + ".sql", sqlOfEveryJob(id)));
    }

    private static String sqlOfEveryJob(String id) {
        String scopes = PRINTED_SCOPES.get(id);
        String file = "tables/" + id;
        return scopes == null
                ? SqlText.read(SummaryReader.class, file)
                : SqlText.read(SummaryReader.class, "tables/printed", Map.of("scopes", scopes));
    }

    private Table table(String id, Mapping mapping, String sqlFile) {
        return table(id, mapping, sqlFile, id.isEmpty() ? "" : Select.read(folder, sqlFile));
    }

    static Table table(String id, Mapping mapping, String sqlFile, String sql) {
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
                sql);
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

    /**
     * Where the summary differs from what the figures make: more and other parts, another order, and what is left out.
     */
    static final class Differences {

        private final SummaryDefinition made;
        private final SummaryDefinition all;

        /** @param all every table and chart, and the sheets that the file gives */
        Differences(SummaryDefinition made, SummaryDefinition all) {
            this.made = made;
            this.all = all;
        }

        SummaryDefinition read(Mapping file, Set<String> blocks) {
            Map<String, Sheet> sheets = new LinkedHashMap<>();
            made.sheets().forEach(sheet -> sheets.put(sheet.id(), sheet));
            List<Sheet> added = new ArrayList<>();
            for (Sheet sheet : all.sheets()) {
                if (sheets.replace(sheet.id(), sheet) == null) {
                    added.add(sheet);
                }
            }
            Set<String> known = new LinkedHashSet<>(sheets.keySet());
            added.forEach(sheet -> known.add(sheet.id()));
            List<String> order = names(file.get("order"), known);
            Set<String> leavable = new LinkedHashSet<>(known);
            leavable.addAll(blocks);
            Set<String> out = new LinkedHashSet<>(names(file.get("leave-out"), leavable));
            // A sheet may be called like the table on it, which other sheets may show as well.
            Set<String> blocksOut = new LinkedHashSet<>(out);
            blocksOut.removeAll(known);
            List<Sheet> ordered = ordered(sheets, added, order).stream()
                    .filter(sheet -> !out.contains(sheet.id()))
                    .map(sheet -> without(sheet, blocksOut))
                    .filter(sheet ->
                            sheet.kind() != SheetKind.PAGE || !sheet.blocks().isEmpty())
                    .toList();
            return needed(ordered);
        }

        private static List<String> names(Value list, Set<String> known) {
            return list.items().stream()
                    .map(item -> item.nameOf("noun.part-of-summary", known))
                    .toList();
        }

        /**
         * First what is named, in its order; the rest as made, and sheets of the job's own before the lists at the end.
         */
        private static List<Sheet> ordered(Map<String, Sheet> sheets, List<Sheet> added, List<String> order) {
            Map<String, Sheet> all = new LinkedHashMap<>();
            for (Map.Entry<String, Sheet> sheet : sheets.entrySet()) {
                if (sheet.getKey().equals("trend")) {
                    added.forEach(own -> all.put(own.id(), own));
                }
                all.put(sheet.getKey(), sheet.getValue());
            }
            added.forEach(own -> all.putIfAbsent(own.id(), own));
            List<Sheet> ordered = new ArrayList<>();
            order.forEach(id -> Optional.ofNullable(all.remove(id)).ifPresent(ordered::add));
            ordered.addAll(all.values());
            return ordered;
        }

        private static Sheet without(Sheet sheet, Set<String> out) {
            return new Sheet(
                    sheet.id(),
                    sheet.kind(),
                    sheet.title(),
                    sheet.blocks().stream()
                            .filter(block -> !out.contains(block))
                            .toList());
        }

        /** What no sheet shows is not computed, but for the words that fill others and what a bulletin is made of. */
        private SummaryDefinition needed(List<Sheet> sheets) {
            Set<String> shown = new HashSet<>(DefaultSummary.UNSHOWN);
            sheets.forEach(sheet -> shown.addAll(sheet.blocks()));
            List<SummaryDefinition.Chart> charts = all.charts().stream()
                    .filter(chart -> shown.contains(chart.id()))
                    .toList();
            charts.forEach(chart -> shown.add(chart.table()));
            return new SummaryDefinition(
                    all.tables().stream()
                            .filter(table -> shown.contains(table.id()))
                            .toList(),
                    charts,
                    all.printed(),
                    sheets);
        }
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
