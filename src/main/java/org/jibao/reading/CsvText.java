package org.jibao.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jspecify.annotations.Nullable;

/** The bytes of a CSV as text: UTF-8 where every byte fits it, else GB18030, which is what a Chinese Excel writes. */
final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Enough to find a place by, and no more than the longest sequence of either encoding. */
    private static final int BYTES_SHOWN = 4;

    private CsvText() {}

    /** @throws UnreadableException where it is neither, or text of a third encoding that GB18030 takes by chance */
    static String of(byte[] bytes) throws UnreadableException {
        Decoded utf8 = Decoded.of(bytes, StandardCharsets.UTF_8);
        if (utf8.text() != null) {
            return withoutMark(utf8.text());
        }
        Decoded chinese = Decoded.of(bytes, GB18030);
        if (chinese.text() == null) {
            // The encoding that gets further is the one that was meant; where it stops is the fault.
            int at = Math.max(utf8.length(), chinese.length());
            throw new UnreadableException(undecodable(bytes, at), new IllegalArgumentException("neither encoding"));
        }
        Finding doubt = ChineseText.doubt(chinese.text());
        if (doubt != null) {
            throw new UnreadableException(doubt, new IllegalArgumentException("not written as GB18030"));
        }
        return withoutMark(chinese.text());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Finding undecodable(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n') ? 1 : 0;
        }
        int end = Math.min(bytes.length, at + BYTES_SHOWN);
        String shown = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, at, end);
        return Finding.of(
                FindingCode.FILE_ENCODING_UNKNOWN,
                Place.FILE,
                "",
                null,
                String.valueOf(line),
                String.valueOf(at + 1),
                shown);
    }

    /**
     * What came of decoding.
     *
     * @param text null where not all bytes fit
     * @param length of the bytes that do
     */
    private record Decoded(@Nullable String text, int length) {

        static Decoded of(byte[] bytes, Charset charset) {
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate(bytes.length);
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                result = decoder.flush(out);
            }
            return result.isError()
                    ? new Decoded(null, in.position())
                    : new Decoded(out.flip().toString(), bytes.length);
        }
    }
}
