package org.jibao.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.testkit.generated.ExpectedCell;
import org.jibao.testkit.generated.ExpectedSheet;
import org.jspecify.annotations.Nullable;

/** Holds what a reader gives against what was written, or against what another gives. */
public final class ReadingComparison {

    /** Excel keeps and shows no more digits of a number. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final Set<Cell.Kind> FIGURES = Set.of(Cell.Kind.NUMBER, Cell.Kind.SHARE, Cell.Kind.DATE);

    private ReadingComparison() {}

    /** The first difference in words, or null. */
    static @Nullable public String difference(List<ExpectedSheet> expected, List<SheetCells> read) {
        List<String> names = expected.stream().map(ExpectedSheet::name).toList();
        List<String> namesRead = read.stream().map(SheetCells::name).toList();
        if (!names.equals(namesRead)) {
            return "sheets: written " + names + ", read " + namesRead;
        }
        return Stream.iterate(0, i -> i < read.size(), i -> i + 1)
                .map(i -> difference(expected.get(i), read.get(i)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String difference(ExpectedSheet expected, SheetCells read) {
        if (expected.hidden() != read.hidden()) {
            return expected.name() + ": written as hidden " + expected.hidden() + ", read " + read.hidden();
        }
        List<Cell> cells = cells(read);
        for (int i = 0; i < Math.max(cells.size(), expected.cells().size()); i++) {
            ExpectedCell wanted = i < expected.cells().size() ? expected.cells().get(i) : null;
            Cell given = i < cells.size() ? cells.get(i) : null;
            if (wanted == null || given == null || !equal(wanted, given)) {
                return expected.name() + place(wanted, given) + ": written " + wanted + ", read " + given;
            }
        }
        for (CellRow row : read.rows()) {
            if (row.hidden() != expected.hiddenRows().get(row.index())) {
                return expected.name() + " row " + (row.index() + 1) + ": read as hidden " + row.hidden();
            }
        }
        BitSet columns = read.hiddenColumns();
        return columns.equals(expected.hiddenColumns())
                ? null
                : expected.name() + ": hidden columns written " + expected.hiddenColumns() + ", read " + columns;
    }

    private static String place(@Nullable ExpectedCell wanted, @Nullable Cell given) {
        boolean later = wanted == null
                || given != null
                        && (given.row() < wanted.row()
                                || given.row() == wanted.row() && given.column() < wanted.column());
        return "!"
                + (later
                        ? Objects.requireNonNull(given).address()
                        : Cell.address(Objects.requireNonNull(wanted).row(), wanted.column()));
    }

    public static List<Cell> cells(SheetCells sheet) {
        List<Cell> cells = new ArrayList<>();
        sheet.rows().forEach(row -> cells.addAll(row.cells()));
        return cells;
    }

    private static boolean equal(ExpectedCell wanted, Cell given) {
        boolean kind = wanted.kind().equals("NO_NUMBER")
                ? !FIGURES.contains(given.kind())
                : wanted.kind().equals(given.kind().name());
        boolean text = wanted.text().isEmpty() || wanted.text().equals(given.text());
        boolean format = wanted.format() == null
                || Objects.equals(wanted.format().isEmpty() ? null : wanted.format(), given.format());
        String mark = given.mark() == null ? null : given.mark().name();
        return wanted.row() == given.row()
                && wanted.column() == given.column()
                && kind
                && text
                && equal(wanted.number(), given.number())
                && Objects.equals(wanted.date(), given.date())
                && format
                && Objects.equals(wanted.mark(), mark);
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** As far as a number that was written in binary can be the same. */
    public static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : equal(one.round(DIGITS), other.round(DIGITS));
    }

    /** What was written, as a reader gives it that makes no mistake; what is no number is an error. */
    public static List<SheetCells> asRead(List<ExpectedSheet> expected) {
        return expected.stream().map(ReadingComparison::asRead).toList();
    }

    private static SheetCells asRead(ExpectedSheet expected) {
        Map<Integer, List<Cell>> cells = new TreeMap<>();
        for (ExpectedCell cell : expected.cells()) {
            cells.computeIfAbsent(cell.row(), row -> new ArrayList<>()).add(asRead(cell));
        }
        List<CellRow> rows = new ArrayList<>();
        cells.forEach((row, ofRow) ->
                rows.add(new CellRow(row, ofRow, expected.hiddenRows().get(row))));
        return new SheetCells(expected.name(), rows, null, expected.hidden(), expected.hiddenColumns());
    }

    private static Cell asRead(ExpectedCell cell) {
        Cell.Kind kind = cell.kind().equals("NO_NUMBER") ? Cell.Kind.ERROR : Cell.Kind.valueOf(cell.kind());
        Cell.Mark mark = cell.mark() == null ? null : Cell.Mark.valueOf(cell.mark());
        return new Cell(cell.row(), cell.column(), kind, cell.text(), cell.number(), cell.date(), cell.format(), mark);
    }

    /** The first difference between two readings of one file in words, or null. */
    static @Nullable public String differenceOfPaths(List<SheetCells> one, List<SheetCells> other) {
        if (one.size() != other.size()) {
            return one.size() + " sheets, " + other.size() + " sheets";
        }
        for (int i = 0; i < one.size(); i++) {
            List<CellRow> rows = one.get(i).rows();
            List<CellRow> otherRows = other.get(i).rows();
            for (int row = 0; row < Math.max(rows.size(), otherRows.size()); row++) {
                CellRow left = row < rows.size() ? rows.get(row) : null;
                CellRow right = row < otherRows.size() ? otherRows.get(row) : null;
                if (!Objects.equals(left, right)) {
                    return one.get(i).name() + ": " + left + ", " + right;
                }
            }
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i).name() + ": name or hidden columns";
            }
        }
        return null;
    }
}
