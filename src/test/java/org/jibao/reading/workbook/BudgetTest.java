package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.jibao.inbox.Limits;
import org.jibao.reading.Returns;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static Limits limits(Duration time) {
        return new Limits(100, 3 << 20, 200, 2, 10, 20, 1000, time);
    }

    private static String exceeded(Runnable work) {
        return Returns.line(
                assertThrows(LimitExceededException.class, work::run).reason());
    }

    @Test
    void stopsAfterTheTimeForOneFile() {
        Budget late = new Budget(limits(Duration.ofSeconds(-1)));
        assertEquals("file-limit-exceeded seconds | -1 | 0", exceeded(late::sheet));
        assertEquals("file-limit-exceeded seconds | -1 | 0", exceeded(late.again()::sheet));
    }

    @Test
    void countsSheetsRowsAndCells() {
        Budget budget = new Budget(limits(Duration.ofSeconds(60)));
        budget.sheet();
        budget.row(9, 20);
        assertEquals("file-limit-exceeded rows | 10 | 11", exceeded(() -> budget.row(10, 0)));
        assertEquals("file-limit-exceeded cells | 20 | 21", exceeded(() -> budget.row(3, 1)));
        budget.sheet();
        assertEquals("file-limit-exceeded sheets | 2 | 3", exceeded(budget::sheet));
    }

    @Test
    void countsWhatIsReallyInflated() {
        Budget budget = new Budget(limits(Duration.ofSeconds(60)));
        InputStream dense = budget.part(new ByteArrayInputStream(new byte[2 << 20]), 1000);
        assertThrows(LimitExceededException.class, dense::readAllBytes);
        InputStream large = budget.again().part(new ByteArrayInputStream(new byte[4 << 20]), 4 << 20);
        assertEquals(
                "unpacked-size",
                assertThrows(LimitExceededException.class, large::readAllBytes)
                        .reason()
                        .arguments()
                        .get("limit"));
    }
}
