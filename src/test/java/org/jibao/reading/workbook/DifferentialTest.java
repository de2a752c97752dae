package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.jibao.reading.ReadingComparison;
import org.jibao.testkit.generated.ExpectedCell;
import org.jibao.testkit.generated.ExpectedSheet;
import org.jibao.testkit.generated.GeneratedWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred generated workbooks in every build; {@code src/scripts/differential} for many, from any seed. */
class DifferentialTest {

    private static final long SEED = 20_261_128;
    private static final int COUNT = 200;

    @Test
    void readsEveryCellAsItWasWritten(@TempDir Path temporary) throws IOException {
        Differential differential = new Differential(temporary, Path.of("target", "differential"));
        for (long seed = SEED; seed < SEED + COUNT; seed++) {
            assertNull(differential.difference(seed));
        }
        assertEquals(COUNT, differential.workbooks());
    }

    @Test
    void drawsTheSameWorkbookFromTheSameSeed() throws IOException {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            GeneratedWorkbook one = GeneratedWorkbook.of(seed);
            GeneratedWorkbook other = GeneratedWorkbook.of(seed);
            assertEquals(one.sheets(), other.sheets());
            assertEquals(one.features(), other.features());
            assertEquals(one.writer(), other.writer());
        }
    }

    /** A comparison that finds nothing would always be content. */
    @Test
    void noticesEveryKindOfDifference() {
        Cell right = new Cell(0, 0, Cell.Kind.NUMBER, "", BigDecimal.TEN, null, "0\"元\"", null);
        assertNull(difference(right, right));
        assertNotNull(difference(right, new Cell(0, 1, right.kind(), "", right.number(), null, right.format(), null)));
        assertNotNull(
                difference(right, new Cell(0, 0, Cell.Kind.SHARE, "", right.number(), null, right.format(), null)));
        assertNotNull(difference(right, new Cell(0, 0, right.kind(), "", BigDecimal.ONE, null, right.format(), null)));
        assertNotNull(difference(right, new Cell(0, 0, right.kind(), "", right.number(), null, null, null)));
        assertNotNull(difference(
                right, new Cell(0, 0, right.kind(), "", right.number(), null, right.format(), Cell.Mark.RAISED)));
    }

    private static @Nullable String difference(Cell written, Cell read) {
        ExpectedCell cell = new ExpectedCell(
                written.row(),
                written.column(),
                written.kind().name(),
                written.text(),
                written.number(),
                written.date(),
                written.format(),
                null);
        ExpectedSheet sheet = new ExpectedSheet("表", false, List.of(cell), new BitSet(), new BitSet());
        SheetCells cells = new SheetCells("表", List.of(new CellRow(0, List.of(read))), null);
        return ReadingComparison.difference(List.of(sheet), List.of(cells));
    }
}
