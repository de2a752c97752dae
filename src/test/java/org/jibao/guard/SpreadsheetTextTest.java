package org.jibao.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would compute, and what it would not. */
class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n1",
                " =1",
                "　=1",
                "\u00a0=1",
                "\u200b=1",
                "\ufeff=1",
                "＝1+1",
                "＋1+1",
                "－1+1",
                "＠SUM",
                " \u200b＝cmd|' /C calc'!A0",
                "'=1",
                "''=1",
                "' =1",
                "−1+1",
                "\u0000=1"
            })
    void setsAnApostropheBeforeAFormula(String text) {
        assertEquals("'" + text, SpreadsheetText.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+12.5", "-1,300", "45%", "-", "", "a=1", "'a", "青岚县=1", "1-2", "(-1)", "……=1"})
    void keepsAFigureAndATextAsItIs(String text) {
        assertEquals(text, SpreadsheetText.of(text));
    }
}
