package org.jibao.reading.csv;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.workbook.UnreadableException;

/** Names the quotation mark at which a CSV cannot be divided into cells, by the line that a text editor shows. */
final class CsvQuotes {

    private CsvQuotes() {}

    /** @param line where it was opened */
    static UnreadableException neverClosed(int line) {
        return unreadable(finding(line, "never-closed"));
    }

    /** @param line where it was closed with something other than a separator behind it */
    static UnreadableException textBehind(int line) {
        return unreadable(finding(line, "text-behind"));
    }

    private static UnreadableException unreadable(Finding finding) {
        return new UnreadableException(finding, new IllegalArgumentException("quotation marks"));
    }

    private static Finding finding(int line, String detail) {
        return Finding.of(FindingCode.FILE_QUOTE_OPEN, Place.FILE, "", null, String.valueOf(line), detail);
    }
}
