package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jibao.store.ResultLimit.ResultTooLarge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultLimitTest {

    private static final long LARGE = 1L << 30;

    private static List<List<@Nullable Object>> rows(int count) {
        Random random = new Random(7);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.asList(
                    "unit " + i % 97,
                    i % 5 == 0 ? null : "政务公开 " + random.nextInt(),
                    random.nextLong(),
                    (long) i,
                    BigDecimal.valueOf(random.nextInt(), random.nextInt(12) - 3),
                    new BigDecimal("-12345678901234567890123.45").add(BigDecimal.valueOf(i)),
                    i % 2 == 0,
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(5000) - 9000),
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    i % 3 == 0 ? Double.NaN : Double.NEGATIVE_INFINITY,
                    ""));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> kept(ResultLimit limit, List<List<@Nullable Object>> rows) {
        ResultLimit.Kept kept = limit.keeping();
        rows.forEach(kept::add);
        return kept.all();
    }

    @Test
    void keepsFewRowsInMemoryAndManyInAFile() {
        List<List<@Nullable Object>> rows = rows(3_000);
        List<List<@Nullable Object>> held = kept(new ResultLimit(LARGE, LARGE, LARGE), rows);
        List<List<@Nullable Object>> filed = kept(new ResultLimit(LARGE, 100_000, LARGE), rows);
        assertTrue(held instanceof ArrayList && filed instanceof RowFile);
        assertEquals(rows, held);
        assertEquals(rows, filed);
    }

    @Test
    void givesAnyRowOfTheFileAndAnyPartOfIt() {
        List<List<@Nullable Object>> rows = rows(2_048);
        List<List<@Nullable Object>> filed = kept(new ResultLimit(LARGE, 0, LARGE), rows);
        for (int index : new int[] {2_047, 0, 511, 512, 1_024, 513, 1_023}) {
            assertEquals(rows.get(index), filed.get(index));
        }
        assertEquals(rows.subList(500, 1_600), filed.subList(500, 1_600));
        assertThrows(IndexOutOfBoundsException.class, () -> filed.get(2_048));
    }

    @Test
    void isReadByThreadsSideBySide() throws InterruptedException, ExecutionException {
        List<List<@Nullable Object>> rows = rows(5_000);
        List<List<@Nullable Object>> filed = kept(new ResultLimit(LARGE, 0, LARGE), rows);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> all = () -> {
                for (int i = 0; i < rows.size(); i += 37) {
                    assertEquals(rows.get(i), filed.get(i));
                }
                return filed.equals(rows);
            };
            for (Future<Boolean> same : threads.invokeAll(List.of(all, all, all, all))) {
                assertTrue(same.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refusesWhatIsTooMuch() {
        ResultLimit few = new ResultLimit(10, LARGE);
        assertThrows(ResultTooLarge.class, () -> few.checkRows(11));
        ResultTooLarge memory =
                assertThrows(ResultTooLarge.class, () -> kept(new ResultLimit(LARGE, 50_000), rows(1_000)));
        assertTrue(memory.text().en().contains("of memory"), memory.text().en());
        ResultTooLarge disk =
                assertThrows(ResultTooLarge.class, () -> kept(new ResultLimit(LARGE, 50_000, 60_000), rows(3_000)));
        assertTrue(disk.text().en().contains("on disk"), disk.text().en());
    }
}
