package org.jibao.workbook;

import java.awt.Font;

/** The two weights with which charts are drawn and texts are measured. */
public record Typeface(Font regular, Font bold) {

    public Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    public Font bold(double size) {
        return bold.deriveFont((float) size);
    }
}
