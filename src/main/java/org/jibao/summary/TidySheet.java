package org.jibao.summary;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.Block;
import org.jibao.workbook.PagePlan;
import org.jibao.workbook.Paper;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetPlan.NamedTable;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * One long table for programs and filters, whose rows are made while they are written. It stands in the summary's workbook, or
 * with others of its kind in one of their own, which speaks all languages of the job. A table that outgrows Excel is
 * continued on further sheets, one for each kind of unit where its SQL gives the column {@code kind}, and each says where
 * the rest is.
 */
final class TidySheet {
    /** Title, way back, and what the sheet holds. */
    static final int HEAD = 3;

    /** Excel has 1,048,576 rows, of which the head and the header take four. */
    static final int MOST_ROWS = 1_048_572;

    /** The most rows of all such sheets in the summary's workbook: 300,000 cells, which a phone opens. */
    static final int MOST_IN_SUMMARY = 20_000;

    private static final double TOO_WIDE = 1.45;

    /** The column by which a table is divided that is too long for one sheet. */
    private static final String KIND = "kind";

    private final Context context;
    private final Sheet sheet;
    private final int mostRows;
    private final ShownTable table;
    private final TableRows rows;
    private final List<Integer> widths;
    private final int kind;

    TidySheet(Context context, Sheet sheet, int mostRows) {
        this.context = context;
        this.sheet = sheet;
        this.mostRows = mostRows;
        table = context.table(sheet.blocks().get(0));
        rows = new TableRows(context.shape(), context.cells());
        widths = filterable(context.shape().widths(table));
        MetricTable figures = context.figures(table.id());
        kind = Columns.has(figures, KIND, context.speech().language())
                ? Columns.index(figures, KIND, context.speech().language())
                : -1;
    }

    /** Whether a summary's sheets of this kind are too long to stand in its workbook. */
    static boolean areTooLong(SummaryDefinition summary, Map<String, MetricTable> tables) {
        long rows = summary.sheets().stream()
                .filter(sheet -> sheet.kind() == SheetKind.TIDY)
                .mapToLong(sheet -> Objects.requireNonNull(
                                tables.get(sheet.blocks().get(0)))
                        .rows()
                        .size())
                .sum();
        return rows > MOST_IN_SUMMARY;
    }

    /** Some of the table's rows, on a sheet of their own: those of one kind from one row to another, or all of the table. */
    private static final class Part {
        private final String kind;
        private final int first;
        private int last;
        private int count;
        private String name = "";

        Part(String kind, int first) {
            this.kind = kind;
            this.first = first;
        }
    }

    List<SheetPlan> plans() {
        List<Part> parts = parts();
        List<SheetPlan> plans = new ArrayList<>();
        for (Part part : parts) {
            plans.add(plan(part, parts));
        }
        return plans;
    }

    private List<Part> parts() {
        String first = context.sheetName(sheet);
        List<Part> parts = new ArrayList<>();
        byKind().values().forEach(parts::addAll);
        for (Part part : parts) {
            String wanted = part.kind.isEmpty() ? first : first + " · " + part.kind;
            part.name = part == parts.get(0) ? first : context.furtherName(wanted);
        }
        return parts;
    }

    /** In order of appearance; one part where the table fits on a sheet. Found in one passage, as the rows may be too many to hold. */
    private Map<String, List<Part>> byKind() {
        int all = table.rows().size();
        if (kind < 0 || all <= mostRows) {
            List<Part> parts = new ArrayList<>();
            for (int from = 0; from < Math.max(1, all); from += mostRows) {
                Part part = new Part("", from);
                part.last = Math.min(all, from + mostRows) - 1;
                part.count = part.last + 1 - from;
                parts.add(part);
            }
            return Map.of("", parts);
        }
        Map<String, List<Part>> kinds = new LinkedHashMap<>();
        int row = 0;
        for (List<@Nullable Object> values : table.rows()) {
            List<Part> parts = kinds.computeIfAbsent(kind(values), kind -> new ArrayList<>());
            if (parts.isEmpty() || parts.get(parts.size() - 1).count == mostRows) {
                parts.add(new Part(kind(values), row));
            }
            Part part = parts.get(parts.size() - 1);
            part.last = row++;
            part.count++;
        }
        return kinds;
    }

    private String kind(List<@Nullable Object> row) {
        return Objects.requireNonNullElse(row.get(kind), "").toString();
    }

    private Stream<List<@Nullable Object>> rows(Part part, List<Part> parts) {
        boolean some = parts.stream().anyMatch(other -> !other.kind.equals(part.kind));
        Stream<List<@Nullable Object>> between = table.rows().subList(part.first, part.last + 1).stream();
        return some ? between.filter(row -> kind(row).equals(part.kind)) : between;
    }

    private SheetPlan plan(Part part, List<Part> parts) {
        int last = HEAD + Math.max(1, part.count);
        int width = Widths.sum(widths);
        int pages =
                width > Paper.width(false) * TOO_WIDE ? (int) Math.ceil(width / (double) Widths.readable(false)) : 1;
        PagePlan page = new PagePlan(
                false,
                false,
                Optional.of(new Block(HEAD, HEAD, 0, 0)),
                List.of(),
                HEAD + 1,
                0,
                last,
                widths.size() - 1,
                SheetBuilder.zoom(width),
                pages,
                0);
        Block cells = new Block(HEAD, last, 0, widths.size() - 1);
        Iterable<SheetRow> lines = () -> lines(part, parts);
        return new SheetPlan(
                part.name,
                widths,
                lines,
                List.of(),
                List.of(),
                List.of(),
                List.of(new NamedTable(table.id(), cells)),
                Optional.of(cells),
                page);
    }

    /** Room for the filter's button beside each label. */
    private static List<Integer> filterable(List<Integer> widths) {
        List<Integer> wider = new ArrayList<>();
        widths.forEach(width -> wider.add(width + 20));
        return wider;
    }

    private Iterator<SheetRow> lines(Part part, List<Part> parts) {
        Stream<SheetRow> head = Stream.of(
                SheetRow.of(27, SheetCell.text(title(part, parts), Titles.SHEET)),
                SheetRow.of(17, Titles.backLink(context)),
                SheetRow.of(
                        17,
                        SheetCell.text(
                                context.inEach(speech ->
                                        holds(part, parts, table.rows().size(), speech)),
                                Titles.QUIET)),
                rows.header(table, widths));
        Stream<SheetRow> body = part.count == 0
                ? Stream.of(rows.empty(table, widths))
                : rows(part, parts).map(row -> rows.row(table, row, widths));
        return Stream.concat(head, body).iterator();
    }

    private String title(Part part, List<Part> parts) {
        return context.inEach(speech -> {
            String title = speech.say(sheet.title());
            return parts.size() == 1 ? title : speech.word("tidy.part", title, number(part, parts), parts.size());
        });
    }

    private static String holds(Part part, List<Part> parts, int all, Localizer speech) {
        String holds = speech.word("tidy.holds", number(part.count), HEAD + 1);
        if (parts.size() == 1) {
            return holds;
        }
        List<String> others = parts.stream()
                .filter(other -> !other.name.equals(part.name))
                .map(each -> each.name)
                .toList();
        String rest = speech.word("tidy.rest", number(all), String.join(speech.word("contents.between"), others));
        return holds + "  " + rest;
    }

    private static int number(Part part, List<Part> parts) {
        return parts.stream().map(each -> each.name).toList().indexOf(part.name) + 1;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
