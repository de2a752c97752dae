package org.jibao.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** What a terminal is sent of a text from outside. */
class VisibleTextTest {

    @Test
    void showsWhatATerminalWouldObeyAsItsEscape() {
        assertEquals(
                "a\\u001b[2Jb\\u000d\\u000ac\\u0009d\\u007f\\u009b",
                VisibleText.line("a\u001b[2Jb\r\nc\td\u007f\u009b"));
        assertEquals("\\u202excod.xlsx\\u2066\\ufeff\\u200b", VisibleText.line("\u202excod.xlsx\u2066\ufeff\u200b"));
        assertEquals("\\u2028\\u2029\\udb40\\udc41", VisibleText.line("\u2028\u2029\udb40\udc41"));
        assertEquals("half \\ud800", VisibleText.line("half \ud800"));
    }

    @Test
    void keepsWritingAsItIs() {
        String text = "青岚县教育局（２０２６年）－𠮷 é 😀";
        assertSame("plain", VisibleText.line("plain"));
        assertEquals(text, VisibleText.line(text));
        assertEquals(text, VisibleText.inJson(text));
    }

    @Test
    void indentsWhatFollowsALineBreak() {
        assertEquals("a\n    accepted  b.xlsx\n    \\u001b", VisibleText.lines("a\r\naccepted  b.xlsx\n\u001b"));
    }
}
