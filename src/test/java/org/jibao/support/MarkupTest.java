package org.jibao.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkupTest {

    @Test
    void escapesWhatMarkupIsMadeOf() {
        assertEquals(
                "&lt;a href=&quot;&#39;&quot;&gt;&amp;amp; ]]&gt;&lt;/a&gt;",
                Markup.escaped("<a href=\"'\">&amp; ]]></a>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0008", "\u001B", "\u007F", "\u0085", "\uFFFE", "\uFFFF", "\uD800", "\uDC00"})
    void replacesWhatXmlCannotHold(String character) {
        assertEquals("a\uFFFDb", Markup.escaped("a" + character + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\n", "\r", "东城区“①”", "龘", "\uD842\uDFB7", "\u00A0"})
    void keepsEverythingElse(String text) {
        assertEquals(text, Markup.escaped(text));
    }
}
