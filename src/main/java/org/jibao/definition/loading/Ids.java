package org.jibao.definition.loading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.finding.Wording;

/** The ids of one list: each of the right form, given once, and none that means something else in SQL's views. */
final class Ids {

    private static final Wording WORDS = Wording.of(Ids.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> reserved;

    Ids(String... reserved) {
        this.reserved = Set.of(reserved);
    }

    /** The id, whatever is wrong with it: loading goes on. */
    String claim(Value value) {
        String id = value.text();
        if (!id.isEmpty()) {
            claim(id, value);
        }
        return id;
    }

    /** An id that is a key; {@code value} is what stands under it. */
    void claim(String id, Value value) {
        if (!ID.matcher(id).matches()) {
            value.report(WORDS.text("id.bad", id));
        }
        if (reserved.contains(id)) {
            value.report(WORDS.text("id.reserved", id));
        }
        Integer first = lines.putIfAbsent(id, value.line());
        if (first != null) {
            value.report(WORDS.text("id.duplicate", id, first));
        }
    }
}
