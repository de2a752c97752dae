package org.jibao.cli.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jibao.guard.VisibleText;

/** A table of plain text whose columns line up: a Chinese character is two columns wide on a terminal. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(Arrays.stream(header).map(VisibleText::line).toList());
    }

    TextTable row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(VisibleText.line(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The same table no wider than so many columns: what its last column has too much is cut and ends in an ellipsis. */
    TextTable within(int columns) {
        int[] widths = widths();
        int last = widths.length - 1;
        int room = columns;
        for (int i = 0; i < last; i++) {
            room -= widths[i] + 2;
        }
        int least = Math.max(room, width(rows.get(0).get(last)));
        TextTable narrow = new TextTable(rows.get(0).toArray(String[]::new));
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>(row);
            cells.set(last, cut(row.get(last), least));
            narrow.row(cells.toArray());
        }
        return narrow;
    }

    private static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            if (width(kept.toString()) + width(Character.toString(point)) >= columns) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append('…').toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        return widths;
    }

    String render() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            line(text, rows.get(i), widths);
            if (i == 0) {
                rule(text, widths);
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> row, int[] widths) {
        int start = text.length();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            boolean number =
                    !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9' || ".,%—-".indexOf(c) >= 0);
            String padding = " ".repeat(widths[i] - width(cell));
            text.append(number ? padding + cell : cell + padding).append("  ");
        }
        trimEnd(text, start);
        text.append('\n');
    }

    private static void rule(StringBuilder text, int[] widths) {
        int start = text.length();
        for (int width : widths) {
            text.append("-".repeat(width)).append("  ");
        }
        trimEnd(text, start);
        text.append('\n');
    }

    private static void trimEnd(StringBuilder text, int start) {
        while (text.length() > start && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /** Columns on a terminal: two for a wide character, none for a combining one. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> {
                    int type = Character.getType(point);
                    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                        return 0;
                    }
                    return isWide(point) ? 2 : 1;
                })
                .sum();
    }

    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0xA4CF)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF00 && point <= 0xFF60)
                        || (point >= 0xFFE0 && point <= 0xFFE6)
                        || point >= 0x20000);
    }
}
