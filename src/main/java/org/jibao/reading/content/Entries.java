package org.jibao.reading.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.guard.PersonalNumbers;
import org.jibao.support.Ahead.Taker;

/**
 * The entries of a return, register by register, each in the order of its sheet. Of a long register only the first ones are
 * held; the others lie in a file that {@link #close()} removes and that no sensitive field ever reaches.
 */
public final class Entries implements AutoCloseable {

    /** Entries of one register that are held as objects: about 12 MB. */
    public static final int HELD = 20_000;

    public static final Entries NONE = of(List.of());

    private final Map<String, List<Entry>> held = new LinkedHashMap<>();
    private final Map<String, EntryFile> files = new LinkedHashMap<>();

    private Entries() {}

    /** All of them held. */
    public static Entries of(List<Entry> entries) {
        Entries some = new Entries();
        entries.forEach(entry -> some.held(entry.form()).add(entry));
        return some;
    }

    /** Takes over what was collected. */
    static Entries of(Map<String, List<Entry>> held, Map<String, EntryFile> files) {
        Entries some = new Entries();
        held.forEach((form, entries) -> some.held(form).addAll(entries));
        some.files.putAll(files);
        return some;
    }

    private List<Entry> held(String form) {
        return held.computeIfAbsent(form, any -> new ArrayList<>());
    }

    public long size() {
        return held.keySet().stream().mapToLong(this::size).sum();
    }

    /** How many the register of this id has. */
    public long size(String form) {
        EntryFile file = files.get(form);
        return held.getOrDefault(form, List.of()).size() + (file == null ? 0 : file.size());
    }

    public boolean isEmpty() {
        return held.values().stream().allMatch(List::isEmpty);
    }

    /** The names of the sheets on which a register's entries stand. */
    public Set<String> sheets(String form) {
        Set<String> sheets = new LinkedHashSet<>();
        held.getOrDefault(form, List.of()).forEach(entry -> sheets.add(entry.sheet()));
        return sheets;
    }

    /**
     * Gives one register's entries in order.
     *
     * @throws java.io.UncheckedIOException where the file with the others cannot be read: a fault of the machine
     */
    public <E extends Exception> void each(String form, Taker<Entry, E> taker) throws E {
        for (Entry entry : held.getOrDefault(form, List.of())) {
            taker.take(entry);
        }
        EntryFile file = files.get(form);
        if (file != null) {
            file.each(taker);
        }
    }

    /** Those that are held, which are all but of a long register. */
    public Stream<Entry> held() {
        return held.values().stream().flatMap(List::stream);
    }

    /** Removes what lies in files. They are read no more. */
    @Override
    public void close() {
        files.values().forEach(EntryFile::remove);
    }

    /**
     * One entry of a register.
     *
     * @param row its row number in the sheet, 1-based, as Excel shows it
     * @param values by field id: a String, a java.time.LocalDate or a java.math.BigDecimal; an absent or unreadable field
     *     and every sensitive one has no key; not to be changed any more by who gives them
     */
    public record Entry(String form, String sheet, int row, Map<String, Object> values) {

        /** A number of a person is kept of no text. */
        public Entry {
            sheet = PersonalNumbers.masked(sheet);
            values = Collections.unmodifiableMap(masked(values));
        }

        /** The same map where nothing in it is to be masked, as there are millions. */
        private static Map<String, Object> masked(Map<String, Object> values) {
            Map<String, Object> kept = values;
            for (Map.Entry<String, Object> field : values.entrySet()) {
                if (field.getValue() instanceof String text) {
                    String masked = PersonalNumbers.masked(text);
                    if (!masked.equals(text)) {
                        kept = kept == values ? new LinkedHashMap<>(values) : kept;
                        kept.put(field.getKey(), masked);
                    }
                }
            }
            return kept;
        }
    }
}
