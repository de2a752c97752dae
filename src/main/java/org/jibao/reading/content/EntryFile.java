package org.jibao.reading.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jibao.definition.Field;
import org.jibao.definition.RegisterForm;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.support.Ahead;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one register in a file of this program's own, some 50 bytes each: written once, then read as often as needed.
 * An entry is its row and, for each field of the form that may be stored, a mark and the value.
 */
final class EntryFile {

    private static final int ABSENT = 0;
    private static final int TEXT = 1;
    private static final int DATE = 2;
    private static final int NUMBER = 3;

    /** A text that stands further up, by its number; the next free number is the mark of a text to be numbered. */
    private static final int KNOWN_TEXT = 4;

    private static final int NEW_TEXT = 5;

    /** Words from a list are few and come in the first entries; numbers and names are many and not worth a number. */
    private static final int MOST_KNOWN_TEXTS = 4096;

    private static final int LONGEST_KNOWN_TEXT = 64;

    private final Path path;
    private final String form;
    private final String sheet;
    private final List<String> fields;
    private final Map<String, Integer> texts = new HashMap<>();
    private @Nullable ByteWriter writer;
    private long size;

    private EntryFile(Path path, RegisterForm register, String sheet, ByteWriter writer) {
        this.path = path;
        this.form = register.id();
        this.sheet = sheet;
        this.fields = register.fields().stream()
                .filter(field -> !field.sensitive())
                .map(Field::id)
                .toList();
        this.writer = writer;
    }

    static EntryFile create(Path path, RegisterForm register, String sheet) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        return new EntryFile(path, register, sheet, new ByteWriter(channel));
    }

    void add(Entry entry) {
        try {
            ByteWriter bytes = open();
            bytes.number(entry.row());
            for (String field : fields) {
                write(bytes, entry.values().get(field));
            }
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteWriter open() {
        if (writer == null) {
            throw new IllegalStateException(path + " is finished");
        }
        return writer;
    }

    private void write(ByteWriter bytes, @Nullable Object value) throws IOException {
        if (value == null) {
            bytes.number(ABSENT);
        } else if (value instanceof String text) {
            writeText(bytes, text);
        } else if (value instanceof LocalDate date) {
            bytes.number(DATE);
            bytes.number((int) date.toEpochDay());
        } else if (value instanceof BigDecimal number) {
            bytes.number(NUMBER);
            bytes.number(number.scale());
            bytes.bytes(number.unscaledValue().toByteArray());
        } else {
            throw new IllegalArgumentException("no field holds a " + value.getClass());
        }
    }

    private void writeText(ByteWriter bytes, String text) throws IOException {
        Integer known = texts.get(text);
        if (known != null) {
            bytes.number(KNOWN_TEXT);
            bytes.number(known);
            return;
        }
        boolean worthANumber = texts.size() < MOST_KNOWN_TEXTS && text.length() <= LONGEST_KNOWN_TEXT;
        if (worthANumber) {
            texts.put(text, texts.size());
        }
        bytes.number(worthANumber ? NEW_TEXT : TEXT);
        bytes.text(text);
    }

    /** Nothing is added any more. */
    void finish() {
        try {
            ByteWriter bytes = open();
            bytes.close();
            writer = null;
            texts.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size() {
        return size;
    }

    <E extends Exception> void each(Ahead.Taker<Entry, E> taker) throws E {
        Ahead.each(this::read, taker);
    }

    private void read(Consumer<Entry> taker) {
        try (ByteReader bytes = new ByteReader(FileChannel.open(path, StandardOpenOption.READ))) {
            String[] known = new String[MOST_KNOWN_TEXTS];
            int[] numbered = {0};
            for (long i = 0; i < size; i++) {
                taker.accept(entry(bytes, known, numbered));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(ByteReader bytes, String[] known, int[] numbered) throws IOException {
        int row = bytes.number();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : fields) {
            Object value = value(bytes, known, numbered);
            if (value != null) {
                values.put(field, value);
            }
        }
        return new Entry(form, sheet, row, values);
    }

    private static @Nullable Object value(ByteReader bytes, String[] known, int[] numbered) throws IOException {
        int mark = bytes.number();
        return switch (mark) {
            case ABSENT -> null;
            case TEXT -> bytes.text();
            case NEW_TEXT -> known[numbered[0]++] = bytes.text();
            case KNOWN_TEXT -> known[bytes.number()];
            case DATE -> LocalDate.ofEpochDay(bytes.number());
            case NUMBER -> number(bytes);
            default -> throw new IOException("mark " + mark + " in " + EntryFile.class);
        };
    }

    private static BigDecimal number(ByteReader bytes) throws IOException {
        int scale = bytes.number();
        return new BigDecimal(new BigInteger(bytes.bytes()), scale);
    }

    /** Closes and removes; what is gone already is no matter. */
    void remove() {
        try {
            if (writer != null) {
                writer.close();
                writer = null;
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what a {@link ByteWriter} wrote. */
    static final class ByteReader implements AutoCloseable {

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(ByteWriter.BUFFER).flip();

        ByteReader(FileChannel channel) {
            this.channel = channel;
        }

        int number() throws IOException {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                int next = next();
                number |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }

        private byte next() throws IOException {
            if (!buffer.hasRemaining()) {
                fill();
            }
            return buffer.get();
        }

        String text() throws IOException {
            int length = number();
            if (length <= buffer.remaining()) {
                String text = new String(
                        buffer.array(), buffer.arrayOffset() + buffer.position(), length, StandardCharsets.UTF_8);
                buffer.position(buffer.position() + length);
                return text;
            }
            return new String(bytes(length), StandardCharsets.UTF_8);
        }

        byte[] bytes() throws IOException {
            return bytes(number());
        }

        private byte[] bytes(int length) throws IOException {
            byte[] bytes = new byte[length];
            for (int done = 0; done < length; ) {
                if (!buffer.hasRemaining()) {
                    fill();
                }
                int part = Math.min(length - done, buffer.remaining());
                buffer.get(bytes, done, part);
                done += part;
            }
            return bytes;
        }

        private void fill() throws IOException {
            buffer.clear();
            int read = channel.read(buffer);
            buffer.flip();
            if (read <= 0) {
                throw new EOFException("the file with the entries of a register is cut off");
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Writes small numbers and texts to a file in as few bytes as they need. */
    static final class ByteWriter implements AutoCloseable {

        static final int BUFFER = 1 << 16;
        private static final int LONGEST_NUMBER = 5;

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

        ByteWriter(FileChannel channel) {
            this.channel = channel;
        }

        /** Seven bits a byte, the lowest first; those below zero take five bytes. */
        void number(int number) throws IOException {
            room(LONGEST_NUMBER);
            int rest = number;
            while ((rest & ~0x7F) != 0) {
                buffer.put((byte) (rest | 0x80));
                rest >>>= 7;
            }
            buffer.put((byte) rest);
        }

        void text(String text) throws IOException {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Their number, then they. */
        void bytes(byte[] bytes) throws IOException {
            number(bytes.length);
            if (bytes.length > BUFFER) {
                flush();
                write(ByteBuffer.wrap(bytes));
            } else {
                room(bytes.length);
                buffer.put(bytes);
            }
        }

        private void room(int length) throws IOException {
            if (buffer.remaining() < length) {
                flush();
            }
        }

        private void flush() throws IOException {
            write(buffer.flip());
            buffer.clear();
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void close() throws IOException {
            try (FileChannel closing = channel) {
                if (closing.isOpen()) {
                    flush();
                }
            }
        }
    }
}
