package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.CellType;
import org.jibao.definition.Measure;
import org.jibao.definition.Written;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code cell: {kind, unit, blank, accepts, dates, placeholders}}. */
final class CellReader {

    private static final Wording WORDS = Wording.of(CellReader.class);

    private enum Blank {
        MISSING,
        ZERO,
        NOT_APPLICABLE
    }

    static final Set<CellType.Kind> NUMBERS = Set.of(CellType.Kind.COUNT, CellType.Kind.AMOUNT, CellType.Kind.PERCENT);

    static final CellType TEXT = new CellType(CellType.Kind.TEXT, null, false);
    static final CellType COUNT = new CellType(CellType.Kind.COUNT, null, false);

    private CellReader() {}

    static boolean isNumber(CellType type) {
        return NUMBERS.contains(type.kind());
    }

    static CellType read(Mapping cell) {
        Value kindValue = cell.need("kind");
        CellType.Kind kind = kindValue.choice(CellType.Kind.class, CellType.Kind.COUNT);
        Value unit = cell.get("unit");
        Value blank = cell.get("blank");
        if (!NUMBERS.contains(kind)) {
            reportNumbersOnly(unit, "unit");
            reportNumbersOnly(blank, "blank");
            reportNumbersOnly(cell.get("accepts"), "accepts");
        }
        boolean blankIsZero = blank.choice(Blank.class, Blank.MISSING) == Blank.ZERO;
        Written written = WrittenReader.ofCell(cell, kind);
        String unitText = written.fraction() ? null : unit.optionalText().orElse(null);
        CellType type = new CellType(kind, unitText, blankIsZero, accepts(cell.get("accepts"), unitText), written);
        cell.end();
        return type;
    }

    /** Other units and their factors: {@code accepts: {元: 0.0001}} beside {@code unit: 万元}. */
    private static Map<String, BigDecimal> accepts(Value value, @Nullable String unit) {
        Map<String, BigDecimal> accepts = new LinkedHashMap<>();
        if (!value.absent() && (unit == null || unit.isEmpty())) {
            value.report(WORDS.text("form.accepts-needs-unit"));
        }
        value.mapping().ifPresent(units -> {
            for (String other : units.keys()) {
                Value factor = units.need(other);
                BigDecimal number = factor.factor();
                accepts.put(other, number);
                if (unit != null && number.signum() > 0) {
                    reportFactor(factor, other, number, unit);
                }
            }
        });
        return accepts;
    }

    /** Of two units that are known, what one is of the other is known as well. */
    private static void reportFactor(Value factor, String other, BigDecimal given, String unit) {
        Measure from = Measure.of(other);
        Measure to = Measure.of(unit);
        if (from.same(to)) {
            factor.report(WORDS.text("form.accepts-own-unit", other));
        } else if (from.sameBase(to) && given.multiply(to.scale()).compareTo(from.scale()) != 0) {
            factor.report(WORDS.text(
                    "form.bad-factor",
                    other,
                    unit,
                    from.scale().toPlainString(),
                    to.scale().toPlainString()));
        }
    }

    private static void reportNumbersOnly(Value value, String key) {
        if (!value.absent()) {
            value.report(WORDS.text("form.numbers-only", key));
        }
    }
}
