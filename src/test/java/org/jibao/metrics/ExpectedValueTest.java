package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.jibao.metrics.ExampleRunner.ExpectedValue;
import org.junit.jupiter.api.Test;

class ExpectedValueTest {

    @Test
    void comparesNumbersExactlyWhateverTheirScale() {
        assertTrue(new ExpectedValue("285.858").matches(new BigDecimal("285.8580")));
        assertFalse(new ExpectedValue("285.858").matches(new BigDecimal("285.8581")));
        assertTrue(new ExpectedValue("49").matches(49L));
    }

    @Test
    void roundsFractionHalfUpToDecimalsOfPercentage() {
        assertTrue(new ExpectedValue("0.13%").matches(new BigDecimal("0.00125")));
        assertTrue(new ExpectedValue("-25%").matches(new BigDecimal("-0.250000000000")));
        assertFalse(new ExpectedValue("90.81%").matches(new BigDecimal("0.908163265306")));
    }

    @Test
    void tellsNoValueFromZero() {
        assertTrue(new ExpectedValue("—").matches(null));
        assertFalse(new ExpectedValue("—").matches(BigDecimal.ZERO));
        assertFalse(new ExpectedValue("0").matches(null));
    }

    @Test
    void showsActualInFormOfExpected() {
        assertEquals("90.82%", new ExpectedValue("90.81%").shown(new BigDecimal("0.908163265306")));
        assertEquals("12", new ExpectedValue("13").shown(new BigDecimal("12.0000")));
        assertEquals("—", new ExpectedValue("13").shown(null));
    }

    @Test
    void comparesTextsAndFlags() {
        assertTrue(new ExpectedValue("late").matches("late"));
        assertTrue(new ExpectedValue("true").matches(true));
    }
}
