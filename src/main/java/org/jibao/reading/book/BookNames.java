package org.jibao.reading.book;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.workbook.MergedRange;
import org.jspecify.annotations.Nullable;

/** The names of a workbook. None is kept; what two of them mean for printing is, and ranges that lists name. */
final class BookNames {

    private static final String AREA = "_xlnm.print_area";
    private static final String TITLES = "_xlnm.print_titles";

    /** A range of a sheet of the workbook itself, and nothing else. */
    private static final Pattern RANGE = Pattern.compile(
            "(?:'[^'\\[\\]|]{1,31}'|[^'!\\[\\]|(),:\\s]{1,31})!\\$?[A-Z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Z]{1,3}\\$?\\d{1,7})?");

    private static final Pattern ROWS = Pattern.compile("\\$?(\\d{1,7}):\\$?(\\d{1,7})");
    private static final Pattern COLUMNS = Pattern.compile("\\$?([A-Z]{1,3}):\\$?([A-Z]{1,3})");

    private final Map<String, String> ranges = new HashMap<>();
    private final Map<Integer, String> areas = new HashMap<>();
    private final Map<Integer, String> titles = new HashMap<>();
    private boolean others;

    /** @param sheet the place of the sheet that it is for, or -1 */
    void add(String name, int sheet, String meaning) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(AREA)) {
            areas.put(sheet, meaning);
        } else if (key.equals(TITLES)) {
            titles.put(sheet, meaning);
        } else if (!key.startsWith("_xlnm._filterdatabase")) {
            boolean range = RANGE.matcher(meaning).matches();
            others |= !range;
            if (range) {
                ranges.putIfAbsent(key, meaning);
            }
        }
    }

    /** Whether there are names that mean more than a range of the workbook. */
    boolean others() {
        return others;
    }

    /** The range that a word names; the word itself where it names none. */
    String meaning(String word) {
        String range = ranges.get(word.strip().toLowerCase(Locale.ROOT));
        return range == null ? word : range;
    }

    /** Of several areas the first. */
    @Nullable
    Block area(int sheet) {
        String area = local(areas.getOrDefault(sheet, ""), 0);
        return area.isEmpty() ? null : BookSheet.block(area);
    }

    @Nullable
    Block repeatedRows(int sheet) {
        return repeated(sheet, ROWS);
    }

    @Nullable
    Block repeatedColumns(int sheet) {
        return repeated(sheet, COLUMNS);
    }

    private @Nullable Block repeated(int sheet, Pattern kind) {
        String both = titles.getOrDefault(sheet, "");
        for (int place = 0; place < 2; place++) {
            java.util.regex.Matcher part = kind.matcher(local(both, place));
            if (part.matches() && kind == ROWS) {
                return new Block(Integer.parseInt(part.group(1)) - 1, -1, Integer.parseInt(part.group(2)) - 1, -1);
            }
            if (part.matches()) {
                return new Block(-1, MergedRange.column(part.group(1)), -1, MergedRange.column(part.group(2)));
            }
        }
        return null;
    }

    /** The part of a reference behind the name of its sheet. */
    private static String local(String references, int place) {
        String[] parts = references.split(",", -1);
        String part = place < parts.length ? parts[place] : "";
        return part.substring(part.lastIndexOf('!') + 1).strip();
    }
}
