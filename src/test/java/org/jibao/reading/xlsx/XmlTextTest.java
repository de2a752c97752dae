package org.jibao.reading.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jibao.reading.xlsx.ReadFailure.PartScan;
import org.jibao.reading.xlsx.SafeXml.XmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
    void decodesByTheDeclarationOrTheMark(String charset) throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><a>季报</a>";
        try (var text = XmlText.of(new ByteArrayInputStream(xml.getBytes(Charset.forName(charset))))) {
            StringBuilder read = new StringBuilder();
            for (int sign = text.read(); sign >= 0; sign = text.read()) {
                read.append((char) sign);
            }
            assertEquals(xml, read.toString());
        }
    }

    @Test
    void printsNothingWhereABytePleasesNoParser() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            byte[] xml = {'<', 'a', '>', (byte) 0xE5, 'x', '<', '/', 'a', '>'};
            assertThrows(PartScan.DamagedPartException.class, () -> PartScan.xml(new ByteArrayInputStream(xml)));
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }
}
