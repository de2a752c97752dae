package org.jibao.reading.xlsx;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jibao.reading.workbook.BoundedText;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellMaker;
import org.jibao.reading.workbook.CellStyle;
import org.jibao.reading.workbook.Escapes;
import org.jibao.reading.workbook.MergedRange;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** One cell of a worksheet part after another, as whatever program has written it. */
final class CellElement {

    private static final String TYPE_SHARED = "s";
    private static final String TYPE_TEXT = "str";
    private static final String TYPE_INLINE = "inlineStr";
    private static final String TYPE_DATE = "d";
    private static final String TYPE_ERROR = "e";
    private static final String TYPE_BOOLEAN = "b";
    private static final int FEW_DIGITS = 9;
    private static final String NOT_A_NUMBER = "#NUM!";
    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?(nan|inf(inity)?|1\\.#.*)", Pattern.CASE_INSENSITIVE);

    private final CompactStrings strings;
    private final List<CellStyle> styles;
    private final CellMaker maker;
    private final BoundedText formulaText = new BoundedText();
    private final BoundedText valueText = new BoundedText();
    private final StringBuilder value = valueText.held();
    private final RichText inline = new RichText();
    private @Nullable BoundedText target;
    private boolean inInline;
    private boolean hasFormula;
    private boolean hasValue;
    private boolean hasInline;
    private int row;
    private int column = -1;
    private String reference = "";
    private String type = "";
    private String style = "";

    CellElement(CompactStrings strings, List<CellStyle> styles, CellMaker maker) {
        this.strings = strings;
        this.styles = styles;
        this.maker = maker;
    }

    void startRow(int index) {
        row = index;
        column = -1;
    }

    void begin(Attributes given) {
        reference = "";
        type = "";
        style = "";
        for (int i = 0; i < given.getLength(); i++) {
            switch (given.getLocalName(i)) {
                case "r" -> reference = Budget.attribute(given.getValue(i));
                case "t" -> type = Budget.attribute(given.getValue(i));
                case "s" -> style = Budget.attribute(given.getValue(i));
                default -> {}
            }
        }
        int named = MergedRange.column(reference);
        column = named < 0 ? column + 1 : named;
        hasFormula = false;
        hasValue = false;
        formulaText.clear();
        hasInline = false;
        inInline = false;
        target = null;
        valueText.clear();
    }

    void start(String name, Attributes given) {
        if (inInline) {
            inline.start(name, given);
        } else if (name.equals("v")) {
            hasValue = true;
            valueText.clear();
            target = valueText;
        } else if (name.equals("f")) {
            hasFormula = true;
            formulaText.clear();
            target = formulaText;
        } else if (name.equals("is")) {
            hasInline = true;
            inInline = true;
            inline.clear();
        }
    }

    void characters(char[] text, int start, int length) {
        if (inInline) {
            inline.characters(text, start, length);
        } else if (target != null) {
            target.append(text, start, length);
        }
    }

    void end(String name) {
        if (name.equals("is")) {
            inInline = false;
        } else if (inInline) {
            inline.end(name);
        } else {
            target = null;
        }
    }

    int column() {
        return column;
    }

    /** The cell, or null where it holds nothing. */
    @Nullable
    Cell made() {
        if (hasInline && (type.equals(TYPE_INLINE) || type.isEmpty() && !hasValue)) {
            return CellMaker.text(row, column, inline.text(), RichText.mark(inline.look(), style().mark()));
        }
        if (type.equals(TYPE_INLINE) || type.equals(TYPE_TEXT)) {
            // A formula whose text is empty has been calculated; one without any value has not.
            return hasFormula && !hasValue ? notCalculated() : text(Escapes.decoded(value.toString()));
        }
        strip();
        if (value.isEmpty()) {
            return hasFormula ? notCalculated() : null;
        }
        return switch (type) {
            case TYPE_SHARED -> shared(Integer.parseInt(value, 0, value.length(), 10));
            case TYPE_BOOLEAN ->
                CellMaker.truth(row, column, value.charAt(0) == '1' || value.charAt(0) == 't', style().mark());
            case TYPE_ERROR -> Cell.of(row, column, Cell.Kind.ERROR, value.toString());
            case TYPE_DATE -> maker.isoDate(row, column, value.toString(), style().mark());
            default -> number();
        };
    }

    private Cell notCalculated() {
        return CellMaker.notCalculated(row, column, BoundedText.quoted(formulaText.held()));
    }

    private @Nullable Cell text(String text) {
        return CellMaker.text(row, column, text, style().mark());
    }

    private @Nullable Cell shared(int number) {
        Mark font = style().mark();
        Mark mark = strings.haveLooks() ? RichText.mark(strings.look(number), font) : font;
        return CellMaker.text(row, column, strings.get(number), mark);
    }

    /** Some programs write {@code NaN} or {@code INF}, for which Excel has no number, and some write words as numbers. */
    private @Nullable Cell number() {
        if (value.length() > BoundedText.LONGEST_FIGURE) {
            return CellMaker.tooLong(row, column, value);
        }
        boolean whole = true;
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            boolean digit = sign >= '0' && sign <= '9';
            whole &= digit;
            if (!digit && sign != '.' && sign != '-' && sign != '+' && sign != 'E' && sign != 'e') {
                boolean none = NOT_FINITE.matcher(value).matches();
                return none ? Cell.of(row, column, Cell.Kind.ERROR, NOT_A_NUMBER) : text(value.toString());
            }
        }
        BigDecimal number = whole && value.length() <= FEW_DIGITS
                ? BigDecimal.valueOf(Long.parseLong(value, 0, value.length(), 10))
                : new BigDecimal(value.toString());
        CellStyle style = style();
        return maker.number(row, column, number, style.format(), hasFormula, style.mark());
    }

    private CellStyle style() {
        int number = style.isEmpty() ? 0 : Integer.parseInt(style);
        return number >= 0 && number < styles.size() ? styles.get(number) : CellStyle.PLAIN;
    }

    private void strip() {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) <= ' ') {
            end--;
        }
        value.setLength(end);
        int start = 0;
        while (start < end && value.charAt(start) <= ' ') {
            start++;
        }
        if (start > 0) {
            value.delete(0, start);
        }
    }
}
