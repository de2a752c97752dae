package org.jibao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are too many to be held, in a temporary file of their own: written once, then read any number of times, by any number
 * of threads. They are read in blocks, so that going through them takes the room of one block; a single row costs a block.
 * The file has no name while it is used, and is gone with the list.
 */
final class RowFile extends AbstractList<List<@Nullable Object>> {

    private static final int BLOCK = 512;

    private enum Tag {
        NULL,
        TEXT,
        SAME_TEXT,
        WHOLE,
        DECIMAL,
        LARGE,
        DOUBLE,
        TRUE,
        FALSE,
        DATE,
        TIME
    }

    private static final Tag[] TAGS = Tag.values();

    private final FileChannel file;
    private final Encoder encoder = new Encoder();
    private long[] ends = new long[64];
    private int blocks;
    private int size;
    private final ThreadLocal<@Nullable Held> last = new ThreadLocal<>();

    /** The block that a thread read last. */
    private record Held(int number, List<List<@Nullable Object>> rows) {}

    RowFile() {
        try {
            Path name = Path.of(System.getProperty("java.io.tmpdir"), "rows-" + System.nanoTime() + ".tmp");
            file = OwnFiles.channel(
                    name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean add(List<@Nullable Object> row) {
        encoder.row(row);
        size++;
        if (size % BLOCK == 0) {
            endBlock();
        }
        return true;
    }

    /** After the last row; none is added behind it. */
    void end() {
        if (size % BLOCK != 0) {
            endBlock();
        }
    }

    /** In the file, in bytes. */
    long bytes() {
        return blocks == 0 ? 0 : ends[blocks - 1];
    }

    private void endBlock() {
        long from = bytes();
        ByteBuffer bytes = encoder.block();
        if (blocks == ends.length) {
            ends = Arrays.copyOf(ends, blocks * 2);
        }
        ends[blocks++] = from + bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                from += file.write(bytes, from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<@Nullable Object> get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        Held held = last.get();
        if (held == null || held.number != index / BLOCK) {
            held = new Held(index / BLOCK, block(index / BLOCK));
            last.set(held);
        }
        return held.rows.get(index % BLOCK);
    }

    @Override
    public Iterator<List<@Nullable Object>> iterator() {
        return new Iterator<>() {
            private int next;
            private List<List<@Nullable Object>> block = List.of();

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public List<@Nullable Object> next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                if (next % BLOCK == 0) {
                    block = block(next / BLOCK);
                }
                return block.get(next++ % BLOCK);
            }
        };
    }

    private List<List<@Nullable Object>> block(int number) {
        long from = number == 0 ? 0 : ends[number - 1];
        ByteBuffer bytes = ByteBuffer.allocate((int) (ends[number] - from));
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, from + bytes.position()) < 0) {
                    throw new IOException("the file of rows ends at " + (from + bytes.position()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Decoder(bytes.flip()).rows(Math.min(BLOCK, size - number * BLOCK));
    }

    /** Rows as bytes: each value by its tag; a text that the block has already by its number. */
    private static final class Encoder {

        private byte[] bytes = new byte[1 << 16];
        private int length;
        private final Map<String, Integer> texts = new HashMap<>();

        void row(List<@Nullable Object> row) {
            number(row.size());
            row.forEach(this::value);
        }

        /** The rows since the last block. */
        ByteBuffer block() {
            ByteBuffer block = ByteBuffer.wrap(bytes, 0, length);
            length = 0;
            texts.clear();
            return block;
        }

        private void value(@Nullable Object value) {
            if (value == null) {
                tag(Tag.NULL);
            } else if (value instanceof String text) {
                text(text);
            } else if (value instanceof Long whole) {
                tag(Tag.WHOLE);
                signed(whole);
            } else if (value instanceof BigDecimal decimal) {
                decimal(decimal);
            } else if (value instanceof Boolean yes) {
                tag(yes ? Tag.TRUE : Tag.FALSE);
            } else if (value instanceof LocalDate date) {
                tag(Tag.DATE);
                signed(date.toEpochDay());
            } else if (value instanceof Instant time) {
                tag(Tag.TIME);
                signed(time.getEpochSecond());
                number(time.getNano());
            } else if (value instanceof Double real) {
                tag(Tag.DOUBLE);
                signed(Double.doubleToLongBits(real));
            } else {
                throw new IllegalArgumentException("no value of a row: " + value.getClass());
            }
        }

        private void text(String text) {
            Integer same = texts.putIfAbsent(text, texts.size());
            if (same != null) {
                tag(Tag.SAME_TEXT);
                number(same);
                return;
            }
            tag(Tag.TEXT);
            all(text.getBytes(StandardCharsets.UTF_8));
        }

        private void decimal(BigDecimal decimal) {
            BigInteger unscaled = decimal.unscaledValue();
            boolean small = unscaled.bitLength() < Long.SIZE;
            tag(small ? Tag.DECIMAL : Tag.LARGE);
            signed(decimal.scale());
            if (small) {
                signed(unscaled.longValue());
            } else {
                all(unscaled.toByteArray());
            }
        }

        private void all(byte[] content) {
            number(content.length);
            room(content.length);
            System.arraycopy(content, 0, bytes, length, content.length);
            length += content.length;
        }

        private void tag(Tag tag) {
            room(1);
            bytes[length++] = (byte) tag.ordinal();
        }

        /** Small numbers of either sign in few bytes. */
        private void signed(long number) {
            number((number << 1) ^ (number >> 63));
        }

        /** Seven bits a byte, the lowest first. */
        private void number(long number) {
            room(10);
            long left = number;
            while ((left & ~0x7fL) != 0) {
                bytes[length++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            bytes[length++] = (byte) left;
        }

        private void room(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
            }
        }
    }

    /** The reverse of {@link Encoder}. */
    private static final class Decoder {

        private final ByteBuffer bytes;
        private final List<String> texts = new ArrayList<>();

        Decoder(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        List<List<@Nullable Object>> rows(int count) {
            List<List<@Nullable Object>> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                @Nullable Object[] row = new Object[(int) number()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = value();
                }
                rows.add(Collections.unmodifiableList(Arrays.asList(row)));
            }
            return rows;
        }

        private @Nullable Object value() {
            return switch (TAGS[bytes.get()]) {
                case NULL -> null;
                case TEXT -> text();
                case SAME_TEXT -> texts.get((int) number());
                case WHOLE -> signed();
                case DECIMAL -> {
                    int scale = (int) signed();
                    yield BigDecimal.valueOf(signed(), scale);
                }
                case LARGE -> {
                    int scale = (int) signed();
                    yield new BigDecimal(new BigInteger(all()), scale);
                }
                case DOUBLE -> Double.longBitsToDouble(signed());
                case TRUE -> Boolean.TRUE;
                case FALSE -> Boolean.FALSE;
                case DATE -> LocalDate.ofEpochDay(signed());
                case TIME -> Instant.ofEpochSecond(signed(), number());
            };
        }

        private String text() {
            String text = new String(all(), StandardCharsets.UTF_8);
            texts.add(text);
            return text;
        }

        private byte[] all() {
            byte[] content = new byte[(int) number()];
            bytes.get(content);
            return content;
        }

        private long signed() {
            long number = number();
            return (number >>> 1) ^ -(number & 1);
        }

        private long number() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes.get();
                number |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}
