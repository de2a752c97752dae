package org.jibao.reading.meaning;

import java.math.BigDecimal;
import java.util.Map;
import org.jibao.definition.CellType;
import org.jibao.definition.Measure;
import org.jspecify.annotations.Nullable;

/** Holds a unit that a return states against the one that the form has. */
public final class UnitJudge {

    private static final Measure PERCENT = Measure.of("%");

    private UnitJudge() {}

    /** The unit of a form's cells as a measure; of a form that names none, one of whatever is counted. */
    public static Measure ofForm(CellType type) {
        boolean share = type.kind() == CellType.Kind.PERCENT;
        String unit = type.unit();
        if (unit != null) {
            return Measure.of(unit);
        }
        return share ? Measure.FRACTION : new Measure(BigDecimal.ONE, "");
    }

    /**
     * By what a figure in the stated unit is to be multiplied: 1 where it is the form's unit, another number where the form accepts it;
     * null where it is another unit or scale.
     */
    static @Nullable public BigDecimal factor(Measure stated, CellType type) {
        Measure own = ofForm(type);
        Measure said = stated.in(own);
        boolean anyUnit = own.base().isEmpty() && own.scale().compareTo(said.scale()) == 0;
        if (said.same(own) || anyUnit) {
            return BigDecimal.ONE;
        }
        for (Map.Entry<String, BigDecimal> accepted : type.accepts().entrySet()) {
            if (Measure.of(accepted.getKey()).same(said)) {
                return accepted.getValue();
            }
        }
        // A percentage is a share however it is written.
        boolean percent = type.kind() == CellType.Kind.PERCENT && (said.same(PERCENT) || said.same(Measure.FRACTION));
        return percent && own.sameBase(said) ? said.scale().divide(own.scale()) : null;
    }
}
