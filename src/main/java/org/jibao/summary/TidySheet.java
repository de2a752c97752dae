package org.jibao.summary;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.workbook.Block;
import org.jibao.workbook.PagePlan;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;

/** One long table whose header is the first row, for programs and filters. Its rows are made while they are written. */
final class TidySheet {
    /** Excel has 1,048,576 rows: one is the header, one says what is missing. */
    private static final int MOST_ROWS = 1_048_574;

    private TidySheet() {}

    static SheetPlan plan(Context context, Sheet sheet) {
        ShownTable table = context.table(sheet.blocks().get(0));
        TableShape shape = context.shape();
        List<Integer> widths = filterable(shape.widths(table));
        TableRows rows = new TableRows(shape, context.cells());
        int count = Math.min(MOST_ROWS, table.rows().size());
        Iterable<SheetRow> lines = () -> lines(context, table, rows, widths, count);
        int last = Math.max(1, count);
        PagePlan page = new PagePlan(
                false,
                false,
                Optional.of(new Block(0, 0, 0, 0)),
                List.of(),
                1,
                0,
                last,
                widths.size() - 1,
                SheetBuilder.zoom(widths.stream().mapToInt(Integer::intValue).sum()));
        Block filter = new Block(0, last, 0, widths.size() - 1);
        return new SheetPlan(context.sheetName(sheet), widths, lines, List.of(), List.of(), Optional.of(filter), page);
    }

    /** Room for the filter's button beside each label. */
    private static List<Integer> filterable(List<Integer> widths) {
        List<Integer> wider = new ArrayList<>();
        widths.forEach(width -> wider.add(width + 20));
        return wider;
    }

    private static Iterator<SheetRow> lines(
            Context context, ShownTable table, TableRows rows, List<Integer> widths, int count) {
        Stream<SheetRow> header = Stream.of(rows.header(table, widths));
        Stream<SheetRow> body = count == 0
                ? Stream.of(rows.empty(table, widths))
                : IntStream.range(0, count)
                        .mapToObj(i -> rows.row(table, table.rows().get(i), widths));
        long left = table.rows().size() - (long) count;
        Stream<SheetRow> rest = left == 0
                ? Stream.empty()
                : Stream.of(SheetRow.of(
                        20, SheetCell.text(context.speech().say(SummaryWords.TOO_LONG, left), Titles.QUIET)));
        return Stream.concat(Stream.concat(header, body), rest).iterator();
    }
}
