package org.jibao.checking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.definition.OtherReturns;

/** The figures that a job's rules take from other returns, each numbered once, however many rules name it. */
final class OtherNumbers {

    private final Map<OtherReturns, Integer> numbers = new LinkedHashMap<>();

    int of(OtherReturns other) {
        return numbers.computeIfAbsent(other, unknown -> numbers.size());
    }

    Map<OtherReturns, Integer> all() {
        return numbers;
    }

    /** Whether some are of subordinates, so that it matters which unit is judged first. */
    boolean subordinates() {
        return numbers.keySet().stream().anyMatch(OtherReturns::ofSubordinates);
    }
}
