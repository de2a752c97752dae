package org.jibao.template;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.Label;

/** What is said to whoever chooses a cell. */
final class Prompts {

    private Prompts() {}

    /** What a cell of the type takes. */
    static String allowed(CellType type) {
        String words =
                switch (type.kind()) {
                    case AMOUNT -> TemplateTexts.AMOUNT;
                    case PERCENT -> TemplateTexts.PERCENT;
                    default -> TemplateTexts.COUNT;
                };
        return type.blankIsZero() ? words + TemplateTexts.NONE_IS_ZERO : words;
    }

    /** What the row and the column say of themselves, and what the cell takes. */
    static String ofCell(Label row, Label column, CellType type) {
        List<String> parts = new ArrayList<>();
        addNote(row, parts);
        addNote(column, parts);
        parts.add(allowed(type));
        return String.join("。", parts);
    }

    /** What holds for any field, before what its kind takes. */
    static String ofField(Field field, String allowed) {
        List<String> parts = new ArrayList<>();
        if (field.required()) {
            parts.add(TemplateTexts.MUST);
        } else if (field.label().optional()) {
            parts.add(TemplateTexts.MAY);
        }
        addNote(field.label(), parts);
        if (!allowed.isEmpty()) {
            parts.add(allowed);
        }
        if (field.unique()) {
            parts.add(TemplateTexts.UNIQUE);
        }
        if (field.sensitive()) {
            parts.add(TemplateTexts.SENSITIVE);
        }
        if (field.published()) {
            parts.add(TemplateTexts.PUBLISHED);
        }
        return String.join("。", parts);
    }

    private static void addNote(Label label, List<String> parts) {
        if (label.printed().note() != null) {
            parts.add(label.printed().note().zh());
        }
    }
}
