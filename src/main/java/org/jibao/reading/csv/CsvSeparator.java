package org.jibao.reading.csv;

import java.nio.CharBuffer;

/** What the first line that is divided at all is divided by. */
final class CsvSeparator {

    private boolean tab;
    private boolean comma;
    private boolean semicolon;
    private boolean settled;

    void take(CharBuffer text) {
        for (int i = 0; i < text.length() && !settled; i++) {
            switch (text.charAt(i)) {
                case '\t' -> tab = true;
                case ',' -> comma = true;
                case ';' -> semicolon = true;
                case '\n', '\r' -> settled = tab || comma || semicolon;
                default -> {}
            }
        }
    }

    char found() {
        if (tab) {
            return '\t';
        }
        return semicolon && !comma ? ';' : ',';
    }
}
