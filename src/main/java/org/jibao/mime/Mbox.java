package org.jibao.mime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jibao.mime.LeftPart.Why;

/**
 * A folder of mails in one file, each behind a line {@code From sender Sat Oct 10 16:30:00 2026}. The file is read once
 * to find where each mail lies; of the mails one at a time is held.
 */
public final class Mbox {

    private static final String MARK = "From ";
    private static final Pattern TIME = Pattern.compile("[0-9]:[0-9][0-9]");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9][0-9]");
    private static final int LONGEST_MARK = 300;

    private final Path file;
    private final MailLimits limits;
    private final List<Span> spans = new ArrayList<>();
    private boolean more;

    /**
     * Where a mail lies in its file, without its first line.
     *
     * @param start in bytes
     * @param end the byte behind it
     */
    public record Span(long start, long end) {}

    private Mbox(Path file, MailLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** Whether a file begins as such a folder does. */
    public static boolean looksLike(byte[] beginning) {
        String text = new String(beginning, 0, Math.min(beginning.length, LONGEST_MARK), StandardCharsets.ISO_8859_1);
        return isMark(text.lines().findFirst().orElse(""));
    }

    private static boolean isMark(String line) {
        return line.startsWith(MARK)
                && TIME.matcher(line).find()
                && YEAR.matcher(line).find();
    }

    /**
     * Finds the mails of a file.
     *
     * @throws IOException where the file cannot be read
     */
    public static Mbox of(Path file, MailLimits limits) throws IOException {
        Mbox mbox = new Mbox(file, limits);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            mbox.divide(stream);
        }
        return mbox;
    }

    private void divide(InputStream stream) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean free = true;
        long lineStart = 0;
        long start = -1;
        long length = 0;
        long at = 0;
        for (int sign = stream.read(); ; sign = stream.read()) {
            if (sign >= 0 && sign != '\n') {
                length++;
                if (line.length() < LONGEST_MARK) {
                    line.append((char) sign);
                }
                continue;
            }
            at = lineStart + length + (sign < 0 ? 0 : 1);
            if (free && isMark(line.toString())) {
                add(start, lineStart);
                start = at;
            }
            free = length == 0 || length == 1 && line.charAt(0) == '\r';
            line.setLength(0);
            lineStart = at;
            length = 0;
            if (sign < 0 || more) {
                break;
            }
        }
        add(start, at);
    }

    private void add(long start, long end) {
        if (start >= 0 && spans.size() < MailLimits.MOST_MAILS) {
            spans.add(new Span(start, end));
        } else {
            more |= start >= 0;
        }
    }

    /** Where the mails lie. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /**
     * The bytes of a mail as it was before it was put into the file.
     *
     * @throws IOException where the file cannot be read
     */
    public static byte[] bytes(Path file, Span span) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            stream.skipNBytes(span.start());
            return unquoted(stream.readNBytes((int) (span.end() - span.start())));
        }
    }

    /** How many mails can be read. */
    public int size() {
        return spans.size();
    }

    /** Whether there are others behind them, which are too many. */
    public boolean hasMore() {
        return more;
    }

    /**
     * One of the mails.
     *
     * @param index from 0
     * @throws IOException where the file cannot be read
     */
    public MailMessage read(int index) throws IOException {
        Span span = spans.get(index);
        if (span.end() - span.start() > limits.fileBytes()) {
            return MailReader.unread(limits, Why.TOO_LARGE);
        }
        return MailReader.read(bytes(file, span), limits);
    }

    /** Lines of a mail that begin as the mark does have been given one more sign before it. */
    private static byte[] unquoted(byte[] bytes) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        boolean lineStart = true;
        for (int i = 0; i < bytes.length; i++) {
            if (!(lineStart && bytes[i] == '>' && isQuotedMark(bytes, i))) {
                plain.write(bytes[i]);
            }
            lineStart = bytes[i] == '\n';
        }
        return plain.toByteArray();
    }

    private static boolean isQuotedMark(byte[] bytes, int start) {
        int at = start;
        while (at < bytes.length && bytes[at] == '>') {
            at++;
        }
        boolean same = at + MARK.length() <= bytes.length;
        for (int i = 0; same && i < MARK.length(); i++) {
            same = bytes[at + i] == MARK.charAt(i);
        }
        return same;
    }
}
