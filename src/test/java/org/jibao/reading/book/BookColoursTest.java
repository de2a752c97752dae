package org.jibao.reading.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.AttributesImpl;

/** The ways in which a workbook names colours. */
class BookColoursTest {

    private static AttributesImpl colour(String... attributes) {
        AttributesImpl named = new AttributesImpl();
        for (int i = 0; i < attributes.length; i += 2) {
            named.addAttribute("", attributes[i], attributes[i], "CDATA", attributes[i + 1]);
        }
        return named;
    }

    @Test
    void hasNoColourForShadeOfNone() {
        assertNull(new BookColours().of(colour("auto", "1", "tint", "-0.25")));
        assertNull(new BookColours().of(colour("theme", "9", "tint", "0.4")));
    }

    @Test
    void darkensAndLightens() {
        assertEquals(0x404040, new BookColours().of(colour("rgb", "FF808080", "tint", "-0.5")));
        assertEquals(0xC0C0C0, new BookColours().of(colour("rgb", "FF808080", "tint", "0.5")));
    }
}
