package org.jibao.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jibao.reading.Cell.Mark;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/** One cell of a worksheet part after another, put into the one form that EasyExcel takes right. */
final class CellElement {

    private static final String TYPE_SHARED = "s";
    private static final String TYPE_TEXT = "str";
    private static final String TYPE_INLINE = "inlineStr";
    private static final String TYPE_DATE = "d";
    private static final String TYPE_ERROR = "e";
    private static final String TYPE_BOOLEAN = "b";
    private static final String NOT_A_NUMBER = "#NUM!";
    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?(nan|inf(inity)?|1\\.#.*)", Pattern.CASE_INSENSITIVE);

    private final CompactStrings strings;
    private final List<CellStyle> styles;
    private final AttributesImpl attributes = new AttributesImpl();
    private final StringBuilder formula = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private final RichText inline = new RichText();
    private @Nullable StringBuilder target;
    private boolean inInline;
    private boolean hasFormula;
    private boolean hasValue;
    private boolean hasInline;
    private char[] buffer = new char[64];
    private int row;
    private int column = -1;
    private int rightmost = -1;
    private String reference = "";
    private String type = "";
    private String style = "";
    private int styleNumber;
    private @Nullable Mark mark;

    CellElement(CompactStrings strings, List<CellStyle> styles) {
        this.strings = strings;
        this.styles = styles;
    }

    void startRow(int index) {
        row = index;
        column = -1;
        rightmost = -1;
    }

    void begin(Attributes given) {
        reference = "";
        type = "";
        style = "";
        for (int i = 0; i < given.getLength(); i++) {
            switch (given.getLocalName(i)) {
                case "r" -> reference = given.getValue(i);
                case "t" -> type = given.getValue(i);
                case "s" -> style = given.getValue(i);
                default -> {}
            }
        }
        int named = MergedRange.column(reference);
        column = named < 0 ? column + 1 : named;
        if (column >= RowNotes.COLUMNS) {
            throw new NumberFormatException("column " + column);
        }
        hasFormula = false;
        hasValue = false;
        hasInline = false;
        inInline = false;
        target = null;
        value.setLength(0);
    }

    void start(String name, Attributes given) {
        if (inInline) {
            inline.start(name, given);
        } else if (name.equals("v")) {
            hasValue = true;
            value.setLength(0);
            target = value;
        } else if (name.equals("f")) {
            hasFormula = true;
            formula.setLength(0);
            target = formula;
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

    /** Settles what the cell holds. A cell without content is passed over, unless it takes the place of one before it. */
    boolean isToBeHandedOn() {
        styleNumber = style.isEmpty() ? 0 : Integer.parseInt(style.strip());
        mark = styles.isEmpty() ? null : style().mark();
        if (hasInline && (type.equals(TYPE_INLINE) || type.isEmpty() && !hasValue)) {
            useInline();
        } else if (type.equals(TYPE_INLINE) || type.equals(TYPE_TEXT)) {
            useText();
        } else {
            strip();
            hasValue = !value.isEmpty();
            if (hasValue) {
                useValue();
            }
        }
        boolean again = column <= rightmost;
        rightmost = Math.max(rightmost, column);
        return hasValue && !value.isEmpty() || isNotCalculated() || again;
    }

    private CellStyle style() {
        return styleNumber >= 0 && styleNumber < styles.size() ? styles.get(styleNumber) : CellStyle.PLAIN;
    }

    private void useInline() {
        type = TYPE_TEXT;
        hasValue = true;
        value.setLength(0);
        value.append(inline.text());
        mark = RichText.mark(inline.look(), mark);
    }

    private void useText() {
        type = TYPE_TEXT;
        if (value.indexOf("_x") >= 0) {
            String decoded = Escapes.decoded(value.toString());
            value.setLength(0);
            value.append(decoded);
        }
    }

    private void useValue() {
        if (type.equals(TYPE_SHARED)) {
            if (strings.haveLooks()) {
                mark = RichText.mark(strings.look(Integer.parseInt(value, 0, value.length(), 10)), mark);
            }
        } else if (type.equals(TYPE_BOOLEAN)) {
            replaceValue(value.charAt(0) == '1' || value.charAt(0) == 't' ? "1" : "0");
        } else if (!type.equals(TYPE_ERROR) && !type.equals(TYPE_DATE)) {
            useNumber();
        }
    }

    /** Some programs write {@code NaN} or {@code INF}, for which Excel has no number, and some write words as numbers. */
    private void useNumber() {
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            boolean digit = sign >= '0' && sign <= '9' || sign == '.' || sign == '-' || sign == '+';
            if (!digit && sign != 'E' && sign != 'e') {
                boolean none = NOT_FINITE.matcher(value).matches();
                type = none ? TYPE_ERROR : TYPE_TEXT;
                if (none) {
                    replaceValue(NOT_A_NUMBER);
                }
                return;
            }
        }
    }

    private void replaceValue(String text) {
        value.setLength(0);
        value.append(text);
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

    void note(RowNotes notes) {
        notes.cell(column, mark, hasFormula);
        if (type.equals(TYPE_ERROR)) {
            notes.error(column);
        } else if (type.equals(TYPE_DATE)) {
            notes.isoDate(column);
        }
    }

    /** A formula whose text is empty has been calculated; one without any value has not. */
    boolean isNotCalculated() {
        return hasFormula && !hasValue;
    }

    Attributes attributes() {
        attributes.clear();
        boolean plain = !reference.isEmpty() && reference.charAt(0) >= 'A' && reference.charAt(0) <= 'Z';
        add("r", plain && reference.indexOf('$') < 0 ? reference : Cell.address(row, column));
        if (styleNumber > 0 && styleNumber < styles.size()) {
            add("s", style.strip());
        }
        if (!type.isEmpty() && !isNotCalculated()) {
            add("t", type.equals(TYPE_DATE) || type.equals(TYPE_ERROR) ? TYPE_TEXT : type);
        }
        return attributes;
    }

    private void add(String name, String text) {
        attributes.addAttribute("", name, name, "CDATA", text);
    }

    StringBuilder formula() {
        return formula;
    }

    StringBuilder value() {
        return value;
    }

    /** The characters of a text, in an array that is used again. */
    char[] characters(StringBuilder text) {
        if (text.length() > buffer.length) {
            buffer = new char[text.length() * 2];
        }
        text.getChars(0, text.length(), buffer, 0);
        return buffer;
    }
}
