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

    /**
     * The id made from a label of which none is given: its letters and digits, anything else an underscore. One that would begin
     * with a digit begins with {@code n}, one that SQL keeps for itself ends with an underscore.
     *
     * @param place where the id would stand
     */
    String made(String label, Value place) {
        if (label.isEmpty()) {
            return "";
        }
        String id = LabelId.of(label);
        if (id.isEmpty()) {
            place.report(WORDS.text("id.no-latin", label));
        } else if (reserved.contains(id)) {
            place.report(WORDS.text("id.made-reserved", label, id));
        } else {
            Integer first = lines.putIfAbsent(id, place.line());
            if (first != null) {
                place.report(WORDS.text("id.made-twice", label, id, first));
            }
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
