package org.jibao.plausibility;

/**
 * A cell of a form. The order of the cells of a form gives the order of its rows and columns.
 *
 * @param amount a measure or sum of money, with decimals; otherwise a count, which is a whole number
 * @param toDate the figure runs from the start of the year; otherwise it is of the period alone
 */
public record DeclaredCell(String form, String row, String column, boolean amount, boolean toDate) {}
