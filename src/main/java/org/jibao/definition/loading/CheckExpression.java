package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A short check as it is written: {@code requests.total = letters + e_mail - 2}. What its names stand for is not looked up.
 *
 * @param turned whether the right side was written first
 */
record CheckExpression(List<Summand> left, List<Summand> right, boolean turned) {

    private static final Wording WORDS = Wording.of(CheckExpression.class);

    private static final Pattern OPERATOR = Pattern.compile("<=|>=|<>|!=|==|[=<>≤≥≠＝＜＞]");
    private static final String NAME = "(?:[A-Za-z_]\\w*+|\\*)";

    /** As a Chinese or an English keyboard writes it. */
    private static final Pattern SUMMAND = Pattern.compile(
            "\\G\\s*+([+＋−–－-]?+)\\s*+(?:(\\d{1,14})(?![\\w.])|(" + NAME + "(?:\\s*+\\.\\s*+" + NAME + ")*+))\\s*+");

    private static final Pattern SIGN = Pattern.compile("[+＋−–－-]");
    private static final String PLUS = "+＋";

    /**
     * One summand: a name or a whole number.
     *
     * @param path the parts of the name between its dots; empty for a number
     * @param number null for a name
     */
    record Summand(
            boolean minus, List<String> path, @Nullable String number) {

        /** As it is written. */
        String text() {
            return number != null ? number : String.join(".", path);
        }
    }

    /** Empty, and reported, where the text is none. What is {@code >=} comes turned round. */
    static Optional<CheckExpression> read(ShortCheckKind kind, Value value) {
        String text = value.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher operator = OPERATOR.matcher(text);
        if (!operator.find()) {
            value.report(WORDS.text("check.no-operator", kind.key(), text, kind.operators(), kind.example()));
            return Optional.empty();
        }
        if (!kind.takes(operator.group())) {
            value.report(WORDS.text("check.operator", kind.key(), operator.group(), kind.operators(), kind.example()));
            return Optional.empty();
        }
        Optional<List<Summand>> left = side(kind, value, text.substring(0, operator.start()));
        Optional<List<Summand>> right = side(kind, value, text.substring(operator.end()));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        boolean turned = operator.group().equals(">=") || operator.group().equals("≥");
        return Optional.of(
                turned
                        ? new CheckExpression(right.get(), left.get(), true)
                        : new CheckExpression(left.get(), right.get(), false));
    }

    /** What is written first. */
    Summand first() {
        return turned ? right.get(0) : left.get(0);
    }

    private static Optional<List<Summand>> side(ShortCheckKind kind, Value value, String text) {
        List<Summand> summands = new ArrayList<>();
        Matcher next = SUMMAND.matcher(text);
        int end = 0;
        do {
            boolean sound = next.region(end, text.length()).lookingAt()
                    && (summands.isEmpty() || !next.group(1).isEmpty());
            if (!sound) {
                String rest = text.substring(end).strip();
                value.report(
                        rest.isEmpty() || SIGN.matcher(rest).matches()
                                ? WORDS.text("check.empty-side", kind.key(), value.text(), kind.example())
                                : WORDS.text("check.unreadable", kind.key(), rest, kind.example()));
                return Optional.empty();
            }
            boolean minus = !next.group(1).isEmpty() && !PLUS.contains(next.group(1));
            List<String> path = next.group(3) == null
                    ? List.of()
                    : List.of(next.group(3).replaceAll("\\s", "").split("\\."));
            summands.add(new Summand(minus, path, next.group(2)));
            end = next.end();
        } while (end < text.length());
        return Optional.of(summands);
    }
}
