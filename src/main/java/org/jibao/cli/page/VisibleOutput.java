package org.jibao.cli.page;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jibao.guard.VisibleText;

/**
 * Takes text in UTF-8 and gives it on in a terminal's encoding, with every character that a terminal would obey as its escape.
 * Line breaks are the program's own: a text from outside has lost its own where it entered a line.
 */
public final class VisibleOutput extends FilterOutputStream {

    private static final int CHUNK = 1 << 13;

    /** Bytes with which no character begins that has to be looked at: those of Chinese writing and of its punctuation. */
    private static final int FIRST_OF_CJK = 0xE3;

    private static final int LAST_OF_CJK = 0xE9;

    private final Charset charset;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer pending = ByteBuffer.allocate(CHUNK);
    private boolean carriageReturn;

    VisibleOutput(OutputStream terminal, Charset charset) {
        super(terminal);
        this.charset = charset;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (pending.position() == 0 && !carriageReturn && isPlain(bytes, offset, length)) {
            out.write(bytes, offset, length);
            return;
        }
        for (int done = 0; done < length; ) {
            int some = Math.min(pending.remaining(), length - done);
            pending.put(bytes, offset + done, some);
            done += some;
            decode(false);
        }
    }

    /** Whether the bytes are whole characters, none of which has to be looked at. */
    private boolean isPlain(byte[] bytes, int offset, int length) {
        if (length == 0 || bytes[offset + length - 1] < 0 || !charset.equals(StandardCharsets.UTF_8)) {
            return false;
        }
        for (int i = offset; i < offset + length; i++) {
            int sign = bytes[i] & 0xFF;
            boolean ascii = sign >= ' ' && sign < 0x7F || sign == '\n';
            boolean chinese = sign >= 0x80 && sign < 0xC0 || sign >= FIRST_OF_CJK && sign <= LAST_OF_CJK;
            if (!ascii && !chinese) {
                return false;
            }
        }
        return true;
    }

    private void decode(boolean end) throws IOException {
        pending.flip();
        CharBuffer text = CharBuffer.allocate(pending.remaining() + 2);
        decoder.decode(pending, text, end);
        pending.compact();
        text.flip();
        String shown = shown(text.toString());
        out.write(shown.getBytes(charset));
    }

    /** A carriage return is shown unless it is half of a line break, which the next piece may say. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (carriageReturn) {
                shown.append(sign == '\n' ? "\r" : VisibleText.line("\r"));
                carriageReturn = false;
            }
            if (sign == '\n' || sign == '\r') {
                shown.append(VisibleText.line(text.substring(begin, i)));
                begin = i + 1;
                carriageReturn = sign == '\r';
                shown.append(sign == '\n' ? "\n" : "");
            }
        }
        return shown.append(VisibleText.line(text.substring(begin))).toString();
    }

    /** Sends what the program itself tells a terminal to do, such as to redraw a line. */
    void control(String text) throws IOException {
        out.write(text.getBytes(charset));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        decode(true);
        super.close();
    }

    /** Where messages go: whatever is printed, nothing in it makes a terminal do anything but what {@link #control} says. */
    public static final class VisibleStream extends PrintStream {

        private final VisibleOutput output;

        public VisibleStream(OutputStream terminal, Charset charset) {
            this(new VisibleOutput(terminal, charset));
        }

        private VisibleStream(VisibleOutput output) {
            super(output, true, StandardCharsets.UTF_8);
            this.output = output;
        }

        /** Tells a terminal to do something; the text beside it must be visible already. */
        void control(String text) {
            flush();
            try {
                output.control(text);
            } catch (IOException e) {
                setError();
            }
        }
    }
}
