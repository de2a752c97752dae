package org.jibao.reading.workbook;

/**
 * Bounds one piece of an XML part: a tag with its attributes, a text, a comment, an instruction. A parser holds each whole,
 * however long. Works on bytes, in any encoding that has ASCII for its markup.
 */
final class MarkupBound {

    /** Ten times what 32,767 characters take, each written as a reference. */
    static final int LONGEST = 4 * 1024 * 1024;

    /** What the bytes that come belong to. */
    private enum State {
        TEXT,
        OPENED,
        TAG,
        COMMENT,
        INSTRUCTION,
        CHARACTER_DATA
    }

    private State state = State.TEXT;
    private long length;

    /** The two bytes before the one that is looked at, the nearer one lowest. */
    private int before;

    private byte quote;

    /** @throws LimitExceededException where a piece is too long */
    void take(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int at = offset;
        while (at < end) {
            at = switch (state) {
                case TEXT -> text(bytes, at, end);
                case TAG -> tag(bytes, at, end);
                default -> other(bytes, at, end);
            };
        }
    }

    private int text(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '<') {
            at++;
        }
        length += at - from;
        check();
        if (at == end) {
            return at;
        }
        if (at + 1 < end && isName(bytes[at + 1])) {
            begin(State.TAG);
            return at + 2;
        }
        begin(State.OPENED);
        return at + 1;
    }

    /** Whether a sign that stands behind {@code <} opens a tag, as nearly all do. */
    private static boolean isName(byte sign) {
        return sign == '/' || sign >= 'a' && sign <= 'z';
    }

    /** Up to the end of a tag, which is no sign between quotes. */
    private int tag(byte[] bytes, int from, int end) {
        int at = from;
        boolean closed = false;
        while (at < end && !closed) {
            if (quote != 0) {
                while (at < end && bytes[at] != quote) {
                    at++;
                }
                if (at < end) {
                    quote = 0;
                    at++;
                }
            } else {
                byte sign = bytes[at++];
                closed = sign == '>';
                quote = sign == '"' || sign == '\'' ? sign : 0;
            }
        }
        length += at - from;
        check();
        if (closed) {
            begin(State.TEXT);
        }
        return at;
    }

    private int other(byte[] bytes, int from, int end) {
        State entered = state;
        int at = from;
        while (at < end && state == entered) {
            byte sign = bytes[at++];
            length++;
            if (state == State.OPENED) {
                opened(sign);
            } else if (closes(sign)) {
                begin(State.TEXT);
            }
            before = state == entered ? before << 8 | sign & 0xFF : 0;
        }
        check();
        return at;
    }

    private void check() {
        if (length > LONGEST) {
            throw new LimitExceededException("markup", LONGEST, length);
        }
    }

    private void begin(State following) {
        check();
        state = following;
        length = 0;
        quote = 0;
        before = 0;
    }

    private boolean closes(byte sign) {
        int two = before & 0xFFFF;
        return switch (state) {
            case COMMENT -> sign == '>' && two == ('-' << 8 | '-');
            case CHARACTER_DATA -> sign == '>' && two == (']' << 8 | ']');
            default -> sign == '>' && (before & 0xFF) == '?';
        };
    }

    /** Behind {@code <}: what it opens is seen by the next signs. */
    private void opened(byte sign) {
        boolean second = length == 2 && (before & 0xFF) == '!';
        if (length == 1 && sign == '?') {
            begin(State.INSTRUCTION);
        } else if (second && (sign == '-' || sign == '[')) {
            begin(sign == '-' ? State.COMMENT : State.CHARACTER_DATA);
        } else if (length > 1 || sign != '!') {
            boolean empty = sign == '>';
            begin(empty ? State.TEXT : State.TAG);
            quote = sign == '"' || sign == '\'' ? sign : 0;
        }
    }
}
