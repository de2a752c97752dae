package org.jibao.definition;

import java.util.Set;

/** {@code cell: {kind, unit, blank}}. */
final class CellReader {

    private enum Blank {
        MISSING,
        ZERO
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
        }
        boolean blankIsZero = blank.choice(Blank.class, Blank.MISSING) == Blank.ZERO;
        CellType type = new CellType(kind, unit.optionalText().orElse(null), blankIsZero);
        cell.end();
        return type;
    }

    private static void reportNumbersOnly(Value value, String key) {
        if (!value.absent()) {
            value.report(FormMistake.numbersOnly(key));
        }
    }
}
