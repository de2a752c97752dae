package org.jibao.reading.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jibao.definition.CellType;
import org.jibao.definition.Measure;
import org.jibao.reading.meaning.UnitJudge;
import org.jspecify.annotations.Nullable;

/**
 * The units that one text of a sheet states, held against the cells of which it speaks.
 *
 * @param words the units as they stand there
 * @param factors for each type of cell that has one of these units, or converts it, by what its figures are multiplied
 * @param against the type that has another unit or scale, or null
 */
record StatedUnit(
        String words,
        Map<CellType, BigDecimal> factors,
        @Nullable CellType against) {

    /**
     * Null where no unit is stated, or none of the cells is a figure.
     *
     * @param parts of the text: what stands in brackets, or behind {@code 单位：}
     * @param types asked for only where a unit is stated
     * @param bracket whether they stand in brackets
     */
    static @Nullable StatedUnit of(
            List<String> parts, Supplier<? extends Collection<CellType>> types, boolean bracket) {
        List<Measure> measures = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String part : parts) {
            Measure measure = Measure.stated(part, bracket).orElse(null);
            if (measure != null) {
                measures.add(measure);
                words.add(part);
            }
        }
        if (measures.isEmpty()) {
            return null;
        }
        List<CellType> figures = new ArrayList<>();
        for (CellType type : types.get()) {
            if (type.isNumber() && !figures.contains(type)) {
                figures.add(type);
            }
        }
        return figures.isEmpty() ? null : judge(String.join("、", words), measures, figures);
    }

    /** A unit of another kind is that of another column, unless no column has it. */
    private static StatedUnit judge(String words, List<Measure> measures, List<CellType> types) {
        Map<CellType, BigDecimal> factors = new HashMap<>();
        CellType against = null;
        for (CellType type : types) {
            BigDecimal factor = factor(measures, type);
            if (factor != null) {
                factors.put(type, factor);
            } else if (measures.stream().anyMatch(measure -> isOfItsKind(measure, type))) {
                against = type;
            }
        }
        boolean nobodys = factors.isEmpty() && against == null;
        return new StatedUnit(words, factors, nobodys ? types.get(0) : against);
    }

    private static boolean isOfItsKind(Measure measure, CellType type) {
        Measure own = UnitJudge.ofForm(type);
        return measure.in(own).sameBase(own) || own.base().isEmpty();
    }

    private static @Nullable BigDecimal factor(List<Measure> measures, CellType type) {
        BigDecimal found = null;
        for (Measure measure : measures) {
            BigDecimal factor = UnitJudge.factor(measure, type);
            if (factor != null && factor.compareTo(BigDecimal.ONE) == 0) {
                return factor;
            }
            found = found == null ? factor : found;
        }
        return found;
    }

    /** The type whose figures it converts, or null. */
    @Nullable
    CellType converted() {
        for (Map.Entry<CellType, BigDecimal> factor : factors.entrySet()) {
            if (factor.getValue().compareTo(BigDecimal.ONE) != 0) {
                return factor.getKey();
            }
        }
        return null;
    }
}
