package org.jibao.summary.sheet;

/** A rectangle of cells, zero-based and inclusive. */
public record Block(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
