package org.jibao.plausibility;

import org.jspecify.annotations.Nullable;

/**
 * A value that is probably a mistake. A mistake that spoils several cells has one line a cell, with the same slip,
 * scope and surprise.
 *
 * @param cell index of the cell in the list of declared cells
 * @param low  with {@code high}, the range in which 95 of 100 values like this one lie
 * @param compared number of earlier periods of the unit that the value was compared with
 * @param peers number of units of its kind that the value was compared with
 * @param slip the slip that explains the value best; null if the value is merely unlikely
 * @param slipValue the value without the slip; {@code NaN} if the slip does not tell it
 * @param cause number of the mistake in this return, from 0; lines of one mistake share it
 * @param surprise natural logarithm of the odds of a mistake
 */
public record Suspicion(
        String unit,
        int cell,
        double value,
        double expected,
        double low,
        double high,
        int compared,
        int peers,
        @Nullable Slip slip,
        SlipScope scope,
        double slipValue,
        int cause,
        double surprise) {}
