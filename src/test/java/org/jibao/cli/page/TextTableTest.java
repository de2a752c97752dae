package org.jibao.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsWideCharacters() {
        String text = new TextTable("单位", "件").row("青石镇", 7).row("ab", 12).render();
        assertEquals("单位    件\n------  --\n青石镇   7\nab      12\n", text);
    }

    @Test
    void countsColumnsOfATerminal() {
        assertEquals(8, TextTable.width("表二!D14"));
        assertEquals(4, TextTable.width("１２"));
    }
}
