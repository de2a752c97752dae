package org.jibao.reading.csv;

import java.io.IOException;
import java.io.Reader;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;

/**
 * The word of a text in which a character stands; letters only, as digits may be somebody's number.
 *
 * @param line 1-based
 */
record DoubtfulWord(int line, String word) {

    /** Characters that are shown on either side. */
    private static final int BESIDE = 8;

    /** @param at how many characters stand before it */
    static DoubtfulWord at(long at, Reader text) throws IOException {
        StringBuilder word = new StringBuilder();
        int line = 1;
        int last = 0;
        long i = 0;
        for (int sign = text.read(); sign >= 0; sign = text.read(), i++) {
            line += i <= at && (last == '\n' || last == '\r') && !(last == '\r' && sign == '\n') ? 1 : 0;
            last = sign;
            if (i > at + BESIDE - 1 || i > at && !Character.isLetter(sign)) {
                break;
            }
            if (i != at && !Character.isLetter(sign)) {
                word.setLength(0);
            } else {
                word.append((char) sign);
            }
            if (i < at && word.length() > BESIDE) {
                word.deleteCharAt(0);
            }
        }
        return new DoubtfulWord(line, word.toString());
    }

    Finding finding() {
        return Finding.of(FindingCode.FILE_ENCODING_DOUBTFUL, Place.FILE, "", null, String.valueOf(line), word);
    }
}
