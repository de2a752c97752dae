package org.jibao.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TextWidthTest {
    private final TextWidth width = TextWidth.of(Typefaces.load().typeface());

    @Test
    void measuresChineseByTheSquare() {
        // Ten characters of 10 points at 96 dpi, and six per cent to spare.
        assertEquals(10 * 10 * 96 / 72.0 * 1.06, width.pixels("政务公开季度报表汇总", 10), 0.5);
    }

    @Test
    void breaksChineseAnywhereAndKeepsWordsWhole() {
        assertEquals(1, width.lines("政务公开季度", 10, 90));
        assertEquals(2, width.lines("政务公开季度", 10, 80));
        assertEquals(2, width.lines("Disclosure within", 10, 90));
        assertEquals(3, width.lines("一\n二\n三", 10, 100));
        assertEquals(1, width.lines("", 10, 100));
    }

    @Test
    void breaksAWordLongerThanALine() {
        assertEquals(4, width.lines("a".repeat(40), 10, 100));
    }

    @Test
    void findsTheWidestWord() {
        assertEquals(width.pixels("Disclosure ", 10), width.widestWord("of Disclosure 政务", 10), 0.01);
    }

    @Test
    void measuresByRuleOfThumbWithoutATypeface() {
        TextWidth thumb = TextWidth.of(Optional.empty());
        assertEquals(2 * 10 * 96 / 72.0 * 1.06, thumb.pixels("政务", 10), 0.01);
    }
}
