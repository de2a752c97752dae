package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a metric may take: time and memory by the size of the copy. */
class FiguresCopyTest {

    @ParameterizedTest
    @CsvSource({"0, 30", "1048575, 30", "3145728, 45", "83886080, 430", "1099511627776, 3600"})
    void givesLargeStoresMoreTime(long bytes, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), FiguresCopy.most(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 128MB", "10485760, 148MB", "67108864, 256MB", "1099511627776, 256MB"})
    void givesLargeStoresMoreMemory(long bytes, String limit) {
        assertEquals(limit, FiguresCopy.settings(bytes).memoryLimit());
    }
}
