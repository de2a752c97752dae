package org.jibao.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something is.
 *
 * @param sheet the sheet's own name in the file, or null for the file as a whole
 * @param cell an A1 address such as {@code D14}, or null for the sheet as a whole
 */
public record Place(@Nullable String sheet, @Nullable String cell) {

    public static final Place FILE = new Place(null, null);

    public static Place sheet(String sheet) {
        return new Place(sheet, null);
    }

    public static Place cell(String sheet, String cell) {
        return new Place(sheet, cell);
    }

    /** {@code 表二!D14}, {@code 表二}, or the empty string for the file as a whole. */
    @Override
    public String toString() {
        if (sheet == null) {
            return "";
        }
        return cell == null ? sheet : sheet + "!" + cell;
    }
}
