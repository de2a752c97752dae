package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a metric may take: more time the larger the copy is. */
class FiguresCopyTest {

    @ParameterizedTest
    @CsvSource({"0, 30", "1048575, 30", "3145728, 45", "83886080, 430", "1099511627776, 3600"})
    void givesLargeStoresMoreTime(long bytes, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), FiguresCopy.most(bytes));
    }
}
