package org.jibao.calendar;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was made of texts that come with every return, such as labels. Bounded: what is no label must not fill the memory, and
 * is made anew each time. Thread-safe.
 */
public final class Remembered<T> {

    private static final int MOST = 10_000;
    private static final int LONGEST = 120;

    private final ConcurrentHashMap<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> maker;

    /** @param maker gives the same for the same text */
    public Remembered(Function<String, T> maker) {
        this.maker = maker;
    }

    public T of(String text) {
        T made = known.get(text);
        if (made == null) {
            made = maker.apply(text);
            if (text.length() <= LONGEST && known.size() < MOST) {
                known.put(text, made);
            }
        }
        return made;
    }
}
