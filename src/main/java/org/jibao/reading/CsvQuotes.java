package org.jibao.reading;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;

/** Finds the quotation mark at which a CSV cannot be divided into cells, by the line that a text editor shows. */
final class CsvQuotes {

    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvQuotes(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** For a text that a parser has refused. */
    static Finding fault(String text, char separator) {
        return new CsvQuotes(text, separator).fault();
    }

    private Finding fault() {
        boolean cellBegins = true;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (cellBegins && sign == QUOTE) {
                int opened = line;
                if (!close()) {
                    return finding(opened, "never-closed");
                }
                if (!cellEnds()) {
                    return finding(line, "text-behind");
                }
                cellBegins = false;
            } else {
                cellBegins = sign == separator || endsLine();
                step();
            }
        }
        return finding(line, "never-closed");
    }

    /** From a quotation mark to behind the one that closes it; two in a row stand for one. */
    private boolean close() {
        step();
        while (at < text.length()) {
            boolean quote = text.charAt(at) == QUOTE;
            step();
            if (quote && at < text.length() && text.charAt(at) == QUOTE) {
                step();
            } else if (quote) {
                return true;
            }
        }
        return false;
    }

    private boolean cellEnds() {
        while (at < text.length() && !ends(text.charAt(at)) && Character.isWhitespace(text.charAt(at))) {
            step();
        }
        return at == text.length() || ends(text.charAt(at));
    }

    private boolean ends(char sign) {
        return sign == separator || sign == '\r' || sign == '\n';
    }

    private boolean endsLine() {
        char sign = text.charAt(at);
        boolean alone = sign == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
        return sign == '\n' || alone;
    }

    private void step() {
        line += endsLine() ? 1 : 0;
        at++;
    }

    private static Finding finding(int line, String detail) {
        return Finding.of(FindingCode.FILE_QUOTE_OPEN, Place.FILE, "", null, String.valueOf(line), detail);
    }
}
