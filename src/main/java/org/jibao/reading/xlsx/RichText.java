package org.jibao.reading.xlsx;

import org.jibao.reading.workbook.BoundedText;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellStyle;
import org.jibao.reading.workbook.Escapes;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.xlsx.PartHandler.XmlAttributes;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * A text of a workbook, shared or in its cell, put together from its runs; how they are set comes with it. The reading of
 * Chinese or Japanese characters ({@code rPh}) is no part of the text.
 */
public final class RichText {

    /** The look of a text that is set like its cell. */
    static final byte PLAIN = 0;

    private static final int OWN_FONTS = 4;
    private static final int MARKS = 3;
    private static final Mark[] MARKS_BY_CODE = Mark.values();

    private final BoundedText text = new BoundedText();
    private final FontLook font = new FontLook();
    private int begin;
    private boolean phonetic;
    private boolean inText;
    private boolean inFont;
    private boolean ownFont;
    private Looks looks = new Looks();

    /** How the parts of a text are set. One that is blank does not count. */
    public static final class Looks {
        private boolean likeCell;
        private boolean own;
        private @Nullable Mark mark;

        public void likeCell(String part) {
            likeCell |= !LabelText.isBlank(part);
        }

        public void ofOwn(String part, @Nullable Mark partsMark) {
            if (!LabelText.isBlank(part)) {
                own = true;
                mark = stronger(mark, partsMark);
            }
        }

        /** All of it in a byte. */
        public byte code() {
            int code = mark == null ? 0 : mark.ordinal() + 1;
            return (byte) (likeCell || !own ? code : code | OWN_FONTS);
        }
    }

    void clear() {
        text.clear();
        phonetic = false;
        inText = false;
        inFont = false;
        ownFont = false;
        looks = new Looks();
    }

    void start(String name, Attributes attributes) {
        switch (name) {
            case "t" -> {
                inText = !phonetic;
                begin = text.held().length();
            }
            case "r" -> {
                font.clear();
                ownFont = false;
            }
            case "rPr" -> {
                inFont = true;
                ownFont = true;
            }
            case "rPh" -> phonetic = true;
            default -> {
                if (inFont) {
                    font.property(name, XmlAttributes.get(attributes, "val"));
                }
            }
        }
    }

    void characters(char[] characters, int start, int length) {
        if (inText) {
            text.append(characters, start, length);
        }
    }

    void end(String name) {
        switch (name) {
            case "t" -> endText();
            case "r" -> ownFont = false;
            case "rPr" -> inFont = false;
            case "rPh" -> phonetic = false;
            default -> {}
        }
    }

    private void endText() {
        if (inText && ownFont) {
            looks.ofOwn(text.held().substring(begin), font.mark());
        } else if (inText) {
            looks.likeCell(text.held().substring(begin));
        }
        inText = false;
    }

    String text() {
        return BoundedText.cut(Escapes.decoded(text.held().toString()));
    }

    /** How the text is set, in a byte. */
    byte look() {
        return looks.code();
    }

    /** How a text with this look is set in a cell with a font of this mark. */
    static @Nullable public Mark mark(byte look, @Nullable Mark font) {
        int code = look & MARKS;
        Mark own = code == 0 ? null : MARKS_BY_CODE[code - 1];
        return (look & OWN_FONTS) == 0 ? stronger(own, font) : own;
    }

    /** Of two marks the one that changes more: a text that is struck out is none. */
    static @Nullable Mark stronger(@Nullable Mark one, @Nullable Mark other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.ordinal() <= other.ordinal() ? one : other;
    }

    /** What a font of an Office Open XML workbook says of the place of its characters, told property by property. */
    static final class FontLook {

        private boolean struckOut;
        private boolean raised;
        private boolean lowered;

        void clear() {
            struckOut = false;
            raised = false;
            lowered = false;
        }

        void property(String name, @Nullable String value) {
            if (name.equals("strike")) {
                struckOut = value == null || !(value.equals("0") || value.equals("false"));
            } else if (name.equals("vertAlign")) {
                raised = "superscript".equals(value);
                lowered = "subscript".equals(value);
            }
        }

        @Nullable
        Mark mark() {
            return CellStyle.mark(struckOut, raised, lowered);
        }
    }
}
