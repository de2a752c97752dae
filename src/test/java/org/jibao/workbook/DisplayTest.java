package org.jibao.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.jibao.definition.SummaryDefinition.Format;
import org.junit.jupiter.api.Test;

final class DisplayTest {

    @Test
    void roundsHalfUpForDisplay() {
        assertEquals("0.13%", Display.text(Format.RATE, new BigDecimal("0.00125")));
        assertEquals(
                "95.19%",
                Display.text(
                        Format.RATE,
                        new BigDecimal("673").divide(new BigDecimal("707"), 20, java.math.RoundingMode.HALF_EVEN)));
        assertEquals("2.35", Display.text(Format.AMOUNT, new BigDecimal("2.345")));
        assertEquals("0.5", Display.text(Format.DAYS, 0.45));
    }

    @Test
    void showsSignsOfChangesButNotOfNothing() {
        assertEquals(
                List.of("+12.0%", "-3.1%", "0.0%", "0.0%"),
                List.of(
                        Display.text(Format.CHANGE, 0.12),
                        Display.text(Format.CHANGE, -0.0312),
                        Display.text(Format.CHANGE, 0),
                        Display.text(Format.CHANGE, -0.0001)));
        assertEquals("+1.20", Display.text(Format.POINTS, new BigDecimal("0.012")));
        assertEquals(
                new BigDecimal("1.2"),
                Display.cellValue(Format.POINTS, new BigDecimal("0.012")).stripTrailingZeros());
    }

    @Test
    void showsTheMissingAsADash() {
        assertEquals("—", Display.text(Format.COUNT, null));
    }

    @Test
    void countsInThousands() {
        assertEquals("1,234,567", Display.text(Format.COUNT, 1_234_567L));
    }
}
