package org.jibao.workbook;

/** A rectangle of cells, zero-based and inclusive. */
public record Block(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
