package org.jibao.summary;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.definition.SummaryDefinition.Sheet;
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
 * One long table for programs and filters, whose rows are made while they are written. A table that outgrows Excel is
 * continued on further sheets, one for each kind of unit where its SQL gives the column {@code kind}, and each says where
 * the rest is.
 */
final class TidySheet {
    /** Title, way back, and what the sheet holds. */
    static final int HEAD = 3;

    /** Excel has 1,048,576 rows, of which the head and the header take four. */
    static final int MOST_ROWS = 1_048_572;

    private static final double TOO_WIDE = 1.45;

    private final Context context;
    private final Sheet sheet;
    private final int mostRows;
    private final ShownTable table;
    private final TableRows rows;
    private final List<Integer> widths;

    TidySheet(Context context, Sheet sheet, int mostRows) {
        this.context = context;
        this.sheet = sheet;
        this.mostRows = mostRows;
        table = context.table(sheet.blocks().get(0));
        rows = new TableRows(context.shape(), context.cells());
        widths = filterable(context.shape().widths(table));
    }

    /** Some of the table's rows, on a sheet of their own. */
    private record Part(String name, List<List<@Nullable Object>> rows) {}

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
        if (table.rows().size() <= mostRows) {
            return List.of(new Part(first, table.rows()));
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, List<List<@Nullable Object>>> kind : kinds().entrySet()) {
            List<List<@Nullable Object>> all = kind.getValue();
            for (int from = 0; from < all.size(); from += mostRows) {
                String wanted = kind.getKey().isEmpty() ? first : first + " · " + kind.getKey();
                String name = parts.isEmpty() ? first : context.furtherName(wanted);
                parts.add(new Part(name, all.subList(from, Math.min(all.size(), from + mostRows))));
            }
        }
        return parts;
    }

    /** The rows by their kind of unit, in order of appearance; all under no name where the table does not say. */
    private Map<String, List<List<@Nullable Object>>> kinds() {
        MetricTable figures = context.figures(table.id());
        if (!Columns.has(figures, "kind", context.speech().language())) {
            return Map.of("", table.rows());
        }
        int kind = Columns.index(figures, "kind", context.speech().language());
        Map<String, List<List<@Nullable Object>>> kinds = new LinkedHashMap<>();
        for (List<@Nullable Object> row : table.rows()) {
            Object name = row.get(kind);
            kinds.computeIfAbsent(name == null ? "" : name.toString(), key -> new ArrayList<>())
                    .add(row);
        }
        return kinds;
    }

    private SheetPlan plan(Part part, List<Part> parts) {
        int last = HEAD + Math.max(1, part.rows().size());
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
                part.name(),
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
                SheetRow.of(17, SheetCell.text(holds(part, parts), Titles.QUIET)),
                rows.header(table, widths));
        Stream<SheetRow> body = part.rows().isEmpty()
                ? Stream.of(rows.empty(table, widths))
                : part.rows().stream().map(row -> rows.row(table, row, widths));
        return Stream.concat(head, body).iterator();
    }

    private String title(Part part, List<Part> parts) {
        String title = context.speech().say(sheet.title());
        return parts.size() == 1 ? title : context.speech().word("tidy.part", title, number(part, parts), parts.size());
    }

    private String holds(Part part, List<Part> parts) {
        Localizer speech = context.speech();
        String holds = speech.word("tidy.holds", number(part.rows().size()), HEAD + 1);
        if (parts.size() == 1) {
            return holds;
        }
        List<String> others = parts.stream()
                .filter(other -> !other.name().equals(part.name()))
                .map(Part::name)
                .toList();
        String rest = speech.word(
                "tidy.rest", number(table.rows().size()), String.join(speech.word("contents.between"), others));
        return holds + "  " + rest;
    }

    private static int number(Part part, List<Part> parts) {
        return parts.stream().map(Part::name).toList().indexOf(part.name()) + 1;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
