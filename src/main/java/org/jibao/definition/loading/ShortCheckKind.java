package org.jibao.definition.loading;

import java.util.Arrays;
import java.util.Optional;

/** What a short check says, by the key that it stands under. */
enum ShortCheckKind {
    /** A row, column or cell is the sum of others. */
    SUMS("sums", "= ＝", "requests.total = letters + e_mail + portal"),
    /** One sum is not larger than another. */
    AT_MOST("at-most", "<= >= ≤ ≥", "requests.*.answered_in_time <= requests.*.received"),
    /** Two sums are equal. */
    EQUALS("equals", "= ＝", "received + carried_in = total + carried_out"),
    /** A figure is the last return's. */
    CARRIED("carried", "= ＝", "carried_in = carried_out");

    private final String key;
    private final String operators;
    private final String example;

    ShortCheckKind(String key, String operators, String example) {
        this.key = key;
        this.operators = operators;
        this.example = example;
    }

    /** Empty for a general rule. */
    static Optional<ShortCheckKind> of(Mapping rule) {
        return Arrays.stream(values()).filter(kind -> rule.has(kind.key)).findFirst();
    }

    String key() {
        return key;
    }

    /** The part of a made id. */
    String word() {
        return key.replace('-', '_');
    }

    String example() {
        return example;
    }

    boolean takes(String operator) {
        return Arrays.asList(operators.split(" ")).contains(operator);
    }

    /** Those of a keyboard. */
    String operators() {
        return this == AT_MOST ? "<=" : "=";
    }
}
