package org.jibao.reading.content;

import java.util.List;
import java.util.Locale;
import org.jibao.calendar.PlainText;
import org.jibao.reading.workbook.Cell;

/**
 * The row of column codes that many printed forms have below their header: {@code 甲 乙 1 2 3}, {@code A B (1) (2)}. Numbers alone are
 * codes only from four on: fewer may be an entry.
 */
final class ColumnCodes {

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int FEWEST = 3;
    private static final int FEWEST_NUMBERS = 4;

    private ColumnCodes() {}

    /** @param cells of a row that is the first below a header, from left to right */
    static boolean are(List<Cell> cells) {
        if (cells.size() < FEWEST) {
            return false;
        }
        String first = code(cells.get(0));
        String letters = STEMS.startsWith(first) ? STEMS : LETTERS;
        int lead = 0;
        while (lead < cells.size()
                && lead < letters.length()
                && code(cells.get(lead)).equals(letters.substring(lead, lead + 1))) {
            lead++;
        }
        for (int i = lead; i < cells.size(); i++) {
            if (!code(cells.get(i)).equals(String.valueOf(i - lead + 1))) {
                return false;
            }
        }
        return lead > 0 || cells.size() >= FEWEST_NUMBERS;
    }

    private static String code(Cell cell) {
        String text = cell.text().length() > FEWEST_NUMBERS ? "" : PlainText.of(cell.text());
        return text.replaceAll("[()\\[\\]\\s]", "").toLowerCase(Locale.ROOT);
    }
}
