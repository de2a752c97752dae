package org.jibao.reading.book;

import org.jibao.reading.book.SourceBook.Font;
import org.jibao.reading.xlsx.PartHandler;
import org.jibao.reading.xlsx.XmlAttributes;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** A font of an Office Open XML workbook, told property by property. */
final class BookFont {

    static final Font USUAL = new BookFont().font();

    private static final String USUAL_NAME = "宋体";
    private static final int LONGEST_NAME = 31;

    private String name = USUAL_NAME;
    private double points = 11;
    private boolean bold;
    private boolean italic;
    private boolean underlined;
    private boolean struckOut;
    private int raised;
    private @Nullable Integer colour;

    void property(String property, Attributes attributes, BookColours colours) {
        String value = XmlAttributes.get(attributes, "val");
        switch (property) {
            case "name", "rFont" -> name = name(value);
            case "sz" -> {
                Double size = PartHandler.decimal(attributes, "val");
                points = size == null ? points : Math.min(409, Math.max(1, size));
            }
            case "b" -> bold = PartHandler.isTrue(value, true);
            case "i" -> italic = PartHandler.isTrue(value, true);
            case "u" -> underlined = !"none".equals(value);
            case "strike" -> struckOut = PartHandler.isTrue(value, true);
            case "vertAlign" -> raised = "superscript".equals(value) ? 1 : "subscript".equals(value) ? -1 : 0;
            case "color" -> colour = colours.of(attributes);
            default -> {}
        }
    }

    static String name(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST_NAME) {
            return USUAL_NAME;
        }
        return given.chars().noneMatch(Character::isISOControl) ? given : USUAL_NAME;
    }

    Font font() {
        return new Font(name, points, bold, italic, underlined, struckOut, raised, colour);
    }
}
