package org.jibao.template;

import java.util.List;

/** One form laid out on a sheet, from some row down. */
interface FormBlock {

    /** Columns of row labels, left of the values. */
    int labelColumns();

    /** Widths in pixels of {@link #labelColumns()} columns. */
    List<Integer> labelWidths();

    /** Widths in pixels of the other columns. */
    List<Integer> valueWidths();

    /** How many rows the header has. */
    int headerRows();

    /** The unit of measure and what else stands over the header on its right, or an empty text. */
    String measure();

    /**
     * Writes header and rows.
     *
     * @param top the header's first row
     * @param labelColumns of the sheet, at least as many as the block's own
     * @param last whether nothing follows on the sheet
     * @return the row after the block
     */
    int write(TemplateSheet canvas, int top, int labelColumns, boolean last);
}
