package org.jibao.reading.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.ChineseText;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;

/**
 * How the bytes of a CSV are text: UTF-8 where every byte fits it, else GB18030, which is what a Chinese Excel writes. They are
 * looked through as they come; none are held.
 *
 * @param separator by which its cells are parted
 */
record CsvText(Charset charset, char separator) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BUFFER = 1 << 14;

    /** Enough to find a place by, and no more than the longest sequence of either encoding. */
    private static final int BYTES_SHOWN = 4;

    /** @throws UnreadableException where it is neither, or text of a third encoding that GB18030 takes by chance */
    static CsvText of(SourceFile source, Budget budget) throws IOException, UnreadableException {
        CsvSeparator separator = new CsvSeparator();
        long utf8 = misfit(source, budget, StandardCharsets.UTF_8, separator::take);
        if (utf8 < 0) {
            return new CsvText(StandardCharsets.UTF_8, separator.found());
        }
        CsvSeparator chineseSeparator = new CsvSeparator();
        ChineseText chinese = new ChineseText();
        long gb18030 = misfit(source, budget, GB18030, text -> {
            chineseSeparator.take(text);
            chinese.take(text);
        });
        if (gb18030 >= 0) {
            // The encoding that gets further is the one that was meant; where it stops is the fault.
            throw new UnreadableException(
                    undecodable(source, budget, Math.max(utf8, gb18030)),
                    new IllegalArgumentException("neither encoding"));
        }
        long doubtful = chinese.doubtfulAt();
        if (doubtful >= 0) {
            throw new UnreadableException(
                    doubt(source, budget, doubtful), new IllegalArgumentException("not written as GB18030"));
        }
        return new CsvText(GB18030, chineseSeparator.found());
    }

    /** The byte at which the file does not fit an encoding, or -1. */
    private static long misfit(SourceFile source, Budget budget, Charset charset, Consumer<CharBuffer> taker)
            throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer text = CharBuffer.allocate(BUFFER);
        long before = 0;
        try (InputStream stream = open(source, budget)) {
            boolean end = false;
            while (!end) {
                int count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                CoderResult result = decoder.decode(bytes, text, end);
                taker.accept(text.flip());
                if (result.isError()) {
                    return before + bytes.position();
                }
                before += bytes.position();
                bytes.compact();
                text.clear();
            }
        }
        return -1;
    }

    private static InputStream open(SourceFile source, Budget budget) throws IOException {
        return budget.again().whole(source.stream(), source.file().size());
    }

    /** The same text without the mark that may stand before it. */
    Reader withoutMark(Reader reader) throws IOException {
        BufferedReader text = new BufferedReader(reader, BUFFER);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private static Finding undecodable(SourceFile source, Budget budget, long at) throws IOException {
        int line = 1;
        byte[] shown;
        try (InputStream stream = new BufferedInputStream(open(source, budget), BUFFER)) {
            int last = 0;
            for (long i = 0; i < at; i++) {
                int sign = stream.read();
                line += last == '\n' || last == '\r' && sign != '\n' ? 1 : 0;
                last = sign;
            }
            line += last == '\n' || last == '\r' ? 1 : 0;
            shown = stream.readNBytes(BYTES_SHOWN);
        }
        return Finding.of(
                FindingCode.FILE_ENCODING_UNKNOWN,
                Place.FILE,
                "",
                null,
                String.valueOf(line),
                String.valueOf(at + 1),
                HexFormat.ofDelimiter(" ").withUpperCase().formatHex(shown));
    }

    private static Finding doubt(SourceFile source, Budget budget, long at) throws IOException {
        try (Reader text = new InputStreamReader(open(source, budget), GB18030)) {
            return DoubtfulWord.at(at, text).finding();
        }
    }

    /** What the first line that is divided at all is divided by. */
    static final class CsvSeparator {

        private boolean tab;
        private boolean comma;
        private boolean semicolon;
        private boolean settled;

        void take(CharBuffer text) {
            for (int i = 0; i < text.length() && !settled; i++) {
                switch (text.charAt(i)) {
                    case '\t' -> tab = true;
                    case ',' -> comma = true;
                    case ';' -> semicolon = true;
                    case '\n', '\r' -> settled = tab || comma || semicolon;
                    default -> {}
                }
            }
        }

        char found() {
            if (tab) {
                return '\t';
            }
            return semicolon && !comma ? ';' : ',';
        }
    }

    /**
     * The word of a text in which a character stands; letters only, as digits may be somebody's number.
     *
     * @param line 1-based
     */
    record DoubtfulWord(int line, String word) {

        /** Characters that are shown on either side. */
        private static final int BESIDE = 8;

        /** @param at how many characters stand before it */
        static DoubtfulWord at(long at, Reader text) throws IOException {
            StringBuilder word = new StringBuilder();
            int line = 1;
            int last = 0;
            long i = 0;
            for (int sign = text.read(); sign >= 0; sign = text.read(), i++) {
                line += i <= at && (last == '\n' || last == '\r') && !(last == '\r' && sign == '\n') ? 1 : 0;
                last = sign;
                if (i > at + BESIDE - 1 || i > at && !Character.isLetter(sign)) {
                    break;
                }
                if (i != at && !Character.isLetter(sign)) {
                    word.setLength(0);
                } else {
                    word.append((char) sign);
                }
                if (i < at && word.length() > BESIDE) {
                    word.deleteCharAt(0);
                }
            }
            return new DoubtfulWord(line, word.toString());
        }

        Finding finding() {
            return Finding.of(FindingCode.FILE_ENCODING_DOUBTFUL, Place.FILE, "", null, String.valueOf(line), word);
        }
    }
}
