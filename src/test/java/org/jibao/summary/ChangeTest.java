package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.workbook.Look;
import org.junit.jupiter.api.Test;

final class ChangeTest {

    private static final BigDecimal LITTLE = new BigDecimal("0.04");

    private final Localizer speech = new Localizer(County.request(Language.EN));

    /** A mean of amounts is shown with two decimals, and so is its change; days have one. */
    @Test
    void showsChangesAsFinelyAsTheirFigures() {
        assertEquals("on Q2 ▲ 0.04", Change.words("on Q2", LITTLE, Format.AMOUNT, speech));
        assertEquals("#,##0.00", size(Format.AMOUNT));
        assertEquals("#,##0.0", size(Format.DAYS));
        assertEquals("0.0%", size(Format.CHANGE));
    }

    /** The pattern of a rise, without what stands before the number. */
    private String size(Format format) {
        String pattern = Change.cell("on Q2", LITTLE, 0, format, speech, Look.BODY)
                .look()
                .pattern();
        return pattern.substring(pattern.indexOf("▲ \"") + 3, pattern.indexOf(';'));
    }
}
