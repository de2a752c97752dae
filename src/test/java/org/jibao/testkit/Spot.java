package org.jibao.testkit;

/** A cell's place, counted from 0. */
record Spot(int sheet, int row, int column) {

    Spot right(int by) {
        return new Spot(sheet, row, column + by);
    }

    Spot atRow(int other) {
        return new Spot(sheet, other, column);
    }
}
