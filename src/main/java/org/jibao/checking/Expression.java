package org.jibao.checking;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DuckDB scalar expression as a rule writes it, and the operands it names. It is split into words only so far that names
 * can be told from text, comments, numbers and functions; whether it is a sound expression, DuckDB's own parser says, in
 * {@link ExpressionLint}.
 */
final class Expression {

    private static final String NAME = "(?:\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[A-Za-z_]\\w*+)";

    /** What is never closed goes on to the end: each character is looked at once. */
    private static final Pattern WORD = Pattern.compile(
            "(?<skip>'[^']*+(?:''[^']*+)*+(?:'|\\z)|--[^\\n]*+|/\\*(?:(?s:.*?)\\*/|(?s:.*+))|\\d[\\w.]*+)" + "|(?<name>"
                    + NAME + "(?:\\." + NAME + ")*+)(?<call>\\s*+\\()?+");

    private final String sql;
    private final Map<String, Operand> names;

    /** @param names those that may be used, by their name in lower case */
    Expression(String sql, Map<String, Operand> names) {
        this.sql = sql;
        this.names = names;
    }

    /** The operands in the order in which they are first named. */
    Set<Operand> operands() {
        Set<Operand> found = new LinkedHashSet<>();
        rewritten(operand -> {
            found.add(operand);
            return "";
        });
        return found;
    }

    /** The expression with each operand put as the function says; everything else stands as it was. */
    String rewritten(Function<Operand, String> column) {
        Matcher word = WORD.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (word.find()) {
            Operand operand = word.group("name") == null || word.group("call") != null
                    ? null
                    : names.get(canonical(word.group("name")));
            word.appendReplacement(
                    text, Matcher.quoteReplacement(operand == null ? word.group() : column.apply(operand)));
        }
        return word.appendTail(text).toString();
    }

    /** The operand that is the whole expression, if it is nothing else. */
    Optional<Operand> only() {
        boolean nothingElse =
                rewritten(operand -> "").chars().allMatch(c -> Character.isWhitespace(c) || c == '(' || c == ')');
        return nothingElse ? operands().stream().findFirst() : Optional.empty();
    }

    private static String canonical(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
