package org.jibao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jibao.template.Sum.Term;
import org.junit.jupiter.api.Test;

class SumTest {

    @Test
    void readsSignedSumOfThisAndTheLastPeriod() {
        assertEquals(
                Optional.of(new Sum(List.of(
                        new Term(false, true, "in_force"),
                        new Term(false, false, "issued"),
                        new Term(true, false, "repealed")))),
                Sum.of("previous.in_force + issued\n  - repealed", 2));
    }

    @Test
    void readsOneSumInTheFirstPeriodAndAnotherLater() {
        String rule = "case when period_number = 1 then items else previous.year + items end";
        assertEquals(Optional.of(new Sum(List.of(new Term(false, false, "items")))), Sum.of(rule, 1));
        assertEquals(
                Optional.of(new Sum(List.of(new Term(false, true, "year"), new Term(false, false, "items")))),
                Sum.of(rule, 3));
    }

    @Test
    void takesNothingElseForSum() {
        for (String rule :
                List.of("a * b", "a + 1", "coalesce(a, 0)", "a b", "'x'", "", "a +", "form.row.column", "(a + b)")) {
            assertEquals(Optional.empty(), Sum.of(rule, 1), rule);
        }
    }
}
