package org.jibao.reading.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jibao.reading.Returns;
import org.jibao.reading.workbook.LimitExceededException;
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
            strings.put(text(i), RichText.PLAIN);
        }
        for (int i = 5999; i >= 0; i--) {
            assertEquals(text(i), strings.get(i));
            assertEquals(text(i % 3), strings.get(i % 3));
        }
    }

    @Test
    void hasAnEmptyTextToo() {
        CompactStrings strings = new CompactStrings(100);
        strings.put("", RichText.PLAIN);
        strings.put("甲", RichText.PLAIN);
        assertEquals("", strings.get(0));
        assertEquals("甲", strings.get(1));
        assertThrows(IndexOutOfBoundsException.class, () -> strings.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> strings.get(2));
    }

    @Test
    void keepsHowTextsAreSet() {
        CompactStrings strings = new CompactStrings(10_000);
        assertFalse(strings.haveLooks());
        for (int i = 0; i < 3000; i++) {
            strings.put("x", (byte) (i % 1000 == 999 ? 2 : 0));
        }
        assertTrue(strings.haveLooks());
        assertEquals(2, strings.look(999));
        assertEquals(0, strings.look(1000));
        assertEquals(2, strings.look(2999));
        assertEquals(0, strings.look(3000));
    }

    @Test
    void stopsWhereTheTextsAreTooMany() {
        CompactStrings strings = new CompactStrings(6);
        strings.put("甲乙", RichText.PLAIN);
        LimitExceededException stopped =
                assertThrows(LimitExceededException.class, () -> strings.put("a", RichText.PLAIN));
        assertEquals("file-limit-exceeded strings | 6 | 7", Returns.line(stopped.reason()));
    }
}
