package org.jibao.reading;

import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.AttributesImpl;

/** A cell's attributes, of which EasyExcel asks three by name: kept as such, as searching lists of them takes longer. */
@SuppressWarnings("NullAway") // the library's interface is not annotated
final class CellAttributes extends AttributesImpl {

    private @Nullable String reference;
    private @Nullable String style;
    private @Nullable String type;

    void set(String newReference, @Nullable String newStyle, @Nullable String newType) {
        reference = newReference;
        style = newStyle;
        type = newType;
    }

    @Override
    public @Nullable String getValue(String name) {
        return switch (name) {
            case "r" -> reference;
            case "s" -> style;
            case "t" -> type;
            default -> null;
        };
    }
}
