package org.jibao.testkit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * Adds returns up by Apache POI's user model and a search of its own, beside everything that the project reads with: where
 * the two agree, neither has lost a cell. Takes files that were accepted; a cell that it cannot read is a fault.
 */
public final class IndependentTotals {

    /**
     * One figure of one quarter over all files. The register has the row of a category and the column {@code entries}.
     *
     * @param period such as {@code 2026Q3}
     */
    public record Cell(String period, String form, String row, String column) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return toString().compareTo(other.toString());
        }
    }

    /**
     * @param sum of the figures there are
     * @param returns how many returns have a figure there
     */
    public record Total(BigDecimal sum, int returns) {

        Total plus(Total other) {
            return new Total(sum.add(other.sum), returns + other.returns);
        }
    }

    private IndependentTotals() {}

    /** Cells in which no file has a figure are absent. */
    public static Map<Cell, Total> of(List<Path> files) throws IOException {
        Map<Cell, Total> totals = new TreeMap<>();
        for (Path file : files) {
            try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
                PrintedForms forms = new PrintedForms(workbook);
                String period = forms.period();
                forms.figures()
                        .forEach((place, value) -> totals.merge(
                                new Cell(period, place.form(), place.row(), place.column()),
                                new Total(value, 1),
                                Total::plus));
            } catch (RuntimeException e) {
                throw new IllegalStateException(file + ": " + e.getMessage(), e);
            }
        }
        return totals;
    }
}
