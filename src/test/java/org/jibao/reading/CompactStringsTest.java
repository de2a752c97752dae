package org.jibao.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CompactStringsTest {

    /** Of 0 to 996 letters of three bytes and one letter of four: blocks end within texts and within letters. */
    private static String text(int number) {
        return "号".repeat(number % 997) + "𠮷" + number;
    }

    @Test
    void givesBackWhatWasPut() {
        CompactStrings strings = new CompactStrings(1 << 24);
        for (int i = 0; i < 6000; i++) {
            strings.put(text(i));
        }
        for (int i = 5999; i >= 0; i--) {
            assertEquals(text(i), strings.get(i));
            assertEquals(text(i % 3), strings.get(i % 3));
        }
    }

    @Test
    void tellsAnEmptyTextFromNone() {
        CompactStrings strings = new CompactStrings(100);
        strings.put("");
        strings.put(null);
        strings.put("甲");
        assertEquals("", strings.get(0));
        assertNull(strings.get(1));
        assertEquals("甲", strings.get(2));
        assertNull(strings.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> strings.get(3));
    }

    @Test
    void stopsWhereTheTextsAreTooMany() {
        CompactStrings strings = new CompactStrings(6);
        strings.put("甲乙");
        LimitExceededException stopped = assertThrows(LimitExceededException.class, () -> strings.put("a"));
        assertEquals("file-limit-exceeded strings | 6 | 7", Returns.line(stopped.reason()));
    }
}
