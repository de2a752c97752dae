package org.jibao.reading.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Formula;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Escapes;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.xlsx.PartHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The cells of one worksheet part, built element by element. */
public final class BookCells {

    /** What Excel itself can hold. */
    private static final int COLUMNS = 16_384;

    private static final int ROWS = 1_048_576;
    private static final int LONGEST_NUMBER = 64;

    private final BookTexts texts;
    private final BookColours colours;
    private final Budget budget;
    private final Map<Integer, Row> rows = new java.util.TreeMap<>();
    private final Map<String, Place> shared = new HashMap<>();
    private Map<Integer, Cell> cells = new java.util.TreeMap<>();
    private int row = -1;
    private int column = -1;
    private @Nullable Double height;
    private boolean hidden;
    private String type = "";
    private int style;
    private String value = "";
    private boolean hasValue;
    private @Nullable Formula formula;
    private String formulaKind = "";
    private String formulaNumber = "";
    private BookTexts.@Nullable Rich inline;
    private boolean withinInline;
    private boolean lostFormula;

    /** Where a formula was written that other cells share. */
    private record Place(int row, int column, String text) {}

    BookCells(BookTexts texts, BookColours colours, Budget budget) {
        this.texts = texts;
        this.colours = colours;
        this.budget = budget;
    }

    void start(String name, Attributes attributes) {
        if (inline != null && withinInline) {
            inline.start(name, attributes);
            return;
        }
        switch (name) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "f" -> {
                formulaKind = PartHandler.text(attributes, "t");
                formulaNumber = PartHandler.text(attributes, "si");
            }
            case "is" -> {
                inline = new BookTexts.Rich(colours);
                withinInline = true;
            }
            default -> {}
        }
    }

    private void startRow(Attributes attributes) {
        row = PartHandler.number(attributes, "r", row + 2) - 1;
        if (row < 0 || row >= ROWS) {
            throw new NumberFormatException("row " + row);
        }
        column = -1;
        height = PartHandler.decimal(attributes, "ht");
        boolean none = height != null && height == 0;
        hidden = PartHandler.isTrue(attributes, "hidden") || none;
        height = none ? null : height;
        cells = new java.util.TreeMap<>();
    }

    private void startCell(Attributes attributes) {
        int named = MergedRange.column(PartHandler.text(attributes, "r"));
        column = named < 0 ? column + 1 : named;
        if (column >= COLUMNS) {
            throw new NumberFormatException("column " + column);
        }
        type = PartHandler.text(attributes, "t");
        style = PartHandler.number(attributes, "s", 0);
        value = "";
        hasValue = false;
        formula = null;
    }

    void end(String name, String words) {
        if (inline != null && withinInline && !name.equals("is")) {
            inline.end(name, words);
            return;
        }
        switch (name) {
            case "v" -> {
                value = words;
                hasValue = true;
            }
            case "f" -> formula = formula(words);
            case "is" -> withinInline = false;
            case "c" -> {
                cells.put(column, cell());
                inline = null;
            }
            case "row" -> endRow();
            default -> {}
        }
    }

    /** Null where it is one that stands in several cells at once; what it shows stays. */
    private @Nullable Formula formula(String words) {
        if (formulaKind.equals("shared")) {
            if (!words.isBlank()) {
                shared.put(formulaNumber, new Place(row, column, words));
            }
            Place master = shared.get(formulaNumber);
            lostFormula |= master == null;
            return master == null ? null : new Formula(master.text(), row - master.row(), column - master.column());
        }
        boolean plain = (formulaKind.isEmpty() || formulaKind.equals("normal")) && !words.isBlank();
        lostFormula |= !plain;
        return plain ? new Formula(words, 0, 0) : null;
    }

    private Cell cell() {
        if (inline != null && (type.equals("inlineStr") || type.isEmpty() && !hasValue)) {
            return textual(inline.text());
        }
        String stripped = value.strip();
        return switch (type) {
            case "s" -> textual(texts.at(index(stripped)));
            case "str", "inlineStr" ->
                formula != null && !hasValue ? of(Kind.BLANK, "") : of(Kind.TEXT, Escapes.decoded(value));
            case "b" -> stripped.isEmpty() ? of(Kind.BLANK, "") : of(Kind.TRUTH, isTrue(stripped) ? "1" : "0");
            case "e" -> stripped.isEmpty() ? of(Kind.BLANK, "") : of(Kind.ERROR, stripped);
            case "d" -> of(stripped.isEmpty() ? Kind.BLANK : Kind.TEXT, stripped);
            default ->
                stripped.isEmpty() ? of(Kind.BLANK, "") : of(isNumber(stripped) ? Kind.NUMBER : Kind.TEXT, stripped);
        };
    }

    private static boolean isTrue(String value) {
        return value.charAt(0) == '1' || value.charAt(0) == 't';
    }

    private static int index(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    public static boolean isNumber(String value) {
        try {
            return value.length() <= LONGEST_NUMBER && Double.isFinite(new BigDecimal(value).doubleValue());
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private Cell textual(BookTexts.Text text) {
        return new Cell(
                column, text.words().isEmpty() ? Kind.BLANK : Kind.TEXT, text.words(), text.runs(), formula, style);
    }

    private Cell of(Kind kind, String text) {
        return new Cell(column, kind, text, List.of(), formula, style);
    }

    /** Some programs write a row in several parts. */
    private void endRow() {
        budget.row(row, cells.size());
        Row there = rows.get(row);
        if (there != null) {
            there.cells().forEach(cell -> cells.putIfAbsent(cell.column(), cell));
        }
        rows.put(row, new Row(row, height, hidden, new ArrayList<>(cells.values())));
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** Whether a formula could not be told of. */
    boolean lostFormula() {
        return lostFormula;
    }
}
