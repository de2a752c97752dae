package org.jibao.inspect;

import java.math.BigDecimal;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jibao.inspect.FiguresReport.FigureLine;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a figure.
 *
 * @param figure with one value, that of the scope asked for
 * @param dimension by which it is divided; empty for the whole figure
 * @param part of that dimension, empty likewise
 * @param partLabel its name; empty likewise
 * @param units in the order of the roster
 * @param from the number of the first unit, from 0
 * @param total how many units there are
 * @param notices what a reader must know: that the cells are not held any more
 */
public record FigureView(
        Period period,
        FigureLine figure,
        String dimension,
        String part,
        Text partLabel,
        List<UnitPart> units,
        int from,
        long total,
        List<Text> notices) {

    public FigureView {
        units = List.copyOf(units);
        notices = List.copyOf(notices);
    }

    /**
     * One unit's part.
     *
     * @param state of its return, such as {@code on_time} or {@code missing}
     * @param submission its number; null where there is none
     * @param value null where it has none of its own
     * @param included whether it is in the figure
     * @param whyNot why it is not; null where it is
     * @param cells of its file, at most 200
     * @param totalCells how many there are
     */
    public record UnitPart(
            String unit,
            String name,
            String state,
            @Nullable Long submission,
            @Nullable String file,
            @Nullable String sha256,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean included,
            @Nullable Text whyNot,
            List<SourceCell> cells,
            long totalCells) {

        public UnitPart {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell that a figure is made of.
     *
     * @param operand {@code numerator}, {@code denominator} or {@code weight}
     * @param raw as it stands in the file; null where it is blank
     * @param factor by which it counts
     * @param included whether it counts
     * @param whyNot why it does not; null where it does
     */
    public record SourceCell(
            String operand,
            String sheet,
            String cell,
            @Nullable String raw,
            @Nullable BigDecimal value,
            @Nullable BigDecimal factor,
            boolean included,
            @Nullable Text whyNot) {}
}
