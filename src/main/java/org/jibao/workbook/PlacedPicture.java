package org.jibao.workbook;

/**
 * A picture and the upper left corner where it is fixed.
 *
 * @param indent pixels to the right of the column's left edge
 */
public record PlacedPicture(Picture picture, int row, int column, int indent) {}
