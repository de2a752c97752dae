package org.jibao.summary.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.Columns;
import org.jibao.summary.Context;
import org.jibao.summary.page.FigureSources.Behind;
import org.jibao.summary.page.FigureSources.CellSource;
import org.jibao.summary.page.FigureSources.UnitSource;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a table, each to be opened: the units that it is made of, and the cells in their files. A table whose SQL has a column
 * {@code figure} has such figures. Each is opened once on the page; the workbook has every cell.
 */
final class FigureOpenings {
    /** A page for the eye: who wants more than these opens the workbook. */
    static final int MOST_UNITS = 100;

    static final int MOST_CELLS = 24;

    /** Some of which are not shown, as there is nothing to show of them. */
    private static final int HELD_UNITS = 3 * MOST_UNITS;

    /** All openings together: beyond it a figure says that the workbook has its cells. */
    static final long MOST_BYTES = 2L << 20;

    private final PageContext context;
    private final Context content;
    private final PageMarkup page;
    private final FigureSources sources;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> opened = new HashSet<>();
    private long bytes;

    FigureOpenings(PageContext context) {
        this.context = context;
        content = context.content();
        page = context.page();
        sources = new FigureSources(content.request().tables(), content.speech().language(), HELD_UNITS);
    }

    /** Where each row's figure is opened, from the leaders' page; empty where it is not. */
    List<String> links(String table) {
        List<String> links = new ArrayList<>();
        rows(table).forEach(row -> links.add(sources.has(row.figure) ? id(row.figure) : ""));
        return links;
    }

    private String id(String figure) {
        return ids.computeIfAbsent(figure, name -> context.id("f"));
    }

    /** Below a table of a page, its figures. */
    void add(String table) {
        open(rows(table));
    }

    /** Below the leaders' page, those of its figures that no other page has. */
    void addLeft(String table) {
        Set<String> elsewhere = new HashSet<>();
        content.definition().sheets().stream()
                .filter(sheet -> sheet.kind() == SheetKind.PAGE)
                .flatMap(sheet -> sheet.blocks().stream())
                .filter(content::isTable)
                .forEach(block -> rows(block).forEach(row -> elsewhere.add(row.figure)));
        open(rows(table).stream().filter(row -> !elsewhere.contains(row.figure)).toList());
    }

    private void open(List<Opened> rows) {
        List<Opened> wanted = rows.stream()
                .filter(row -> sources.has(row.figure) && opened.add(row.figure))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        page.open("div", "class", "openings").line("h3", context.word("opening.title"));
        wanted.forEach(this::open);
        page.close("div");
    }

    private void open(Opened row) {
        long before = page.bytes();
        String shown = content.cells().text(row.value, row.format);
        page.open("details")
                .open("summary")
                .text(row.label)
                .text(" ")
                .line("b", shown)
                .close("summary");
        page.open("div", "id", id(row.figure));
        if (bytes > MOST_BYTES || before > PageTable.MOST_BYTES) {
            page.line("p", context.word("opening.full", context.bookOfData()), "class", "note");
        } else {
            units(row, sources.of(row.figure));
        }
        page.close("div").close("details");
        bytes += page.bytes() - before;
    }

    private void units(Opened row, Behind behind) {
        List<UnitSource> shown = behind.first(MOST_UNITS);
        page.open("table", "class", "units").line("caption", context.word("opening.of", row.label));
        page.open("thead").open("tr");
        page.line("th", context.word("opening.unit"), "scope", "col", "class", "w");
        page.line("th", context.word("opening.value"), "scope", "col");
        page.line("th", context.word("opening.cells"), "scope", "col", "class", "w");
        page.close("tr").close("thead").open("tbody");
        shown.forEach(unit -> unit(row, unit));
        page.close("tbody").close("table");
        if (behind.filled() > shown.size()) {
            String left = PageTable.thousands(behind.filled() - shown.size());
            page.line("p", context.word("opening.left", left, context.bookOfData()), "class", "note");
        }
        if (behind.silent() > 0) {
            String silent = PageTable.thousands(behind.silent());
            page.line("p", context.word("opening.silent", silent), "class", "note");
        }
    }

    private void unit(Opened row, UnitSource unit) {
        page.open("tr").line("th", unit.name(), "scope", "row");
        page.line("td", content.cells().text(unit.value(), row.format));
        page.open("td", "class", "w");
        boolean parts = unit.hasParts();
        String place = "";
        for (CellSource cell : unit.cells()) {
            String next = (parts ? part(cell.part()) + " " : "") + cell.sheet();
            page.text(next.equals(place) ? "; " : place.isEmpty() ? next + " " : "; " + next + " ");
            page.markup("<b>").text(cell.cell()).markup("</b> ").text(words(cell));
            place = next;
        }
        if (unit.moreCells() > 0) {
            String left = PageTable.thousands(unit.moreCells());
            page.text(" " + context.word("opening.more-cells", left, context.bookOfData()));
        }
        unit.files().forEach(file -> page.line("small", file));
        page.close("td").close("tr");
    }

    private String part(String part) {
        return switch (part) {
            case "numerator" -> context.word("opening.numerator");
            case "denominator" -> context.word("opening.denominator");
            case "weight" -> context.word("opening.weight");
            default -> part;
        };
    }

    private String words(CellSource cell) {
        String factor = cell.factor().compareTo(BigDecimal.ONE) == 0
                ? ""
                : " × " + cell.factor().stripTrailingZeros().toPlainString();
        return cell.raw() + factor + (cell.included() ? "" : " " + context.word("opening.left-out"));
    }

    /** The rows of a table that name a figure. */
    private List<Opened> rows(String id) {
        MetricTable table = content.figures(id);
        List<Opened> rows = new ArrayList<>();
        if (!table.columns().contains("figure")) {
            table.rows().forEach(row -> rows.add(new Opened("", "", null, Format.TEXT)));
            return rows;
        }
        for (List<@Nullable Object> row : table.rows()) {
            rows.add(new Opened(
                    text(table, row, "figure"),
                    text(table, row, "label"),
                    Columns.has(table, "value", content.speech().language()) ? row.get(index(table, "value")) : null,
                    format(id, table, row)));
        }
        return rows;
    }

    private Format format(String id, MetricTable table, List<@Nullable Object> row) {
        String own = text(table, row, "format").toUpperCase(java.util.Locale.ROOT);
        if (!own.isEmpty()) {
            return Format.valueOf(own);
        }
        return content.definition().tables().stream()
                .filter(one -> one.id().equals(id))
                .flatMap(one -> one.columns().stream())
                .filter(column -> column.name().equals("value"))
                .map(SummaryDefinition.Column::format)
                .findFirst()
                .orElse(Format.AMOUNT);
    }

    private String text(MetricTable table, List<@Nullable Object> row, String column) {
        return Columns.has(table, column, content.speech().language())
                ? Objects.requireNonNullElse(row.get(index(table, column)), "").toString()
                : "";
    }

    private int index(MetricTable table, String column) {
        return Columns.index(table, column, content.speech().language());
    }

    /** A figure to be opened, as its table shows it. */
    private record Opened(
            String figure, String label, @Nullable Object value, Format format) {}
}
