package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jibao.reading.content.FieldReader.DuplicateIndex;
import org.junit.jupiter.api.Test;

class DuplicateIndexTest {

    @Test
    void remembersTheFirstRowOfEachOfManyValues() {
        DuplicateIndex rows = new DuplicateIndex();
        for (int row = 1; row <= 100_000; row++) {
            assertEquals(row, rows.first("青政〔2026〕" + row + "号", row));
        }
        for (int row = 1; row <= 100_000; row++) {
            assertEquals(row, rows.first("青政〔2026〕" + row + "号", 200_000));
        }
        assertEquals(200_001, rows.first("", 200_001));
    }
}
