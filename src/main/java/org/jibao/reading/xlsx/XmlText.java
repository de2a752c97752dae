package org.jibao.reading.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML part, decoded before a parser sees them. The JDK's stream reader prints what it cannot decode on the
 * process's error stream, where an operator reads.
 */
final class XmlText {

    private static final int LOOKED_AT = 256;
    private static final Pattern ENCODING =
            Pattern.compile("\\A<\\?xml\\s[^>]{0,100}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlText() {}

    /** Throws {@link java.nio.charset.CharacterCodingException} where a byte does not fit the encoding. */
    static Reader of(InputStream xml) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(xml);
        stream.mark(LOOKED_AT);
        byte[] beginning = stream.readNBytes(LOOKED_AT);
        stream.reset();
        Charset charset = charset(beginning);
        if (charset.equals(StandardCharsets.UTF_8) && startsWith(beginning, 0xEF, 0xBB, 0xBF)) {
            stream.skipNBytes(3);
        }
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(byte[] beginning) throws IOException {
        if (startsWith(beginning, 0xFE, 0xFF) || startsWith(beginning, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (startsWith(beginning, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(beginning, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        Matcher named = ENCODING.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new java.io.UnsupportedEncodingException(named.group(1));
        }
    }

    private static boolean startsWith(byte[] bytes, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
