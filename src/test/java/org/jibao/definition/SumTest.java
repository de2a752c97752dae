package org.jibao.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jibao.definition.Sum.Term;
import org.junit.jupiter.api.Test;

class SumTest {

    @Test
    void readsSignedSumOfThisAndTheLastPeriod() {
        assertEquals(
                Optional.of(new Sum(
                        List.of(
                                new Term(false, true, "in_force"),
                                new Term(false, false, "issued"),
                                new Term(true, false, "repealed")),
                        0)),
                Sum.of("previous.in_force + issued\n  - repealed", 2));
    }

    @Test
    void readsOneSumInTheFirstPeriodAndAnotherLater() {
        String rule = "case when period_number = 1 then items else previous.year + items end";
        assertEquals(Optional.of(new Sum(List.of(new Term(false, false, "items")), 0)), Sum.of(rule, 1));
        assertEquals(
                Optional.of(new Sum(List.of(new Term(false, true, "year"), new Term(false, false, "items")), 0)),
                Sum.of(rule, 3));
    }

    @Test
    void takesNothingElseForSum() {
        for (String rule : List.of(
                "a * b", "a + 1.5", "a + 1 x", "5", "coalesce(a, 0)", "a b", "'x'", "", "a +", "a.b", "(a + b)")) {
            assertEquals(Optional.empty(), Sum.of(rule, 1), rule);
        }
    }

    @Test
    void addsUpWholeNumbersAndReadsSingleCells() {
        Term cell = new Term(false, false, "form.row.column");
        assertEquals(Optional.of(new Sum(List.of(cell), 1)), Sum.of("3 + form.row.column - 2", 1));
        assertEquals(Optional.empty(), Sum.of("a + 1", 1).flatMap(Sum::single));
    }
}
