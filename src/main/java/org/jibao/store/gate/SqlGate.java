package org.jibao.store.gate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/**
 * What may not be in a statement that others wrote. The engine itself parses it, so that no comment, quote or odd spelling can
 * hide anything; the tree is then held against what is allowed, and whatever is not known is refused.
 */
public final class SqlGate {

    private static final Wording WORDS = Wording.of(SqlGate.class);

    private final UnaryOperator<String> parser;

    /** @param parser the engine's {@code json_serialize_sql}, which parses a text and runs nothing of it */
    public SqlGate(UnaryOperator<String> parser) {
        this.parser = parser;
    }

    /** Everything that is not allowed, in the order in which it is found; empty for a sound statement. */
    public List<Refusal> refusals(String statement) {
        // The engine's parser takes it for the end of the text.
        if (statement.indexOf('\0') >= 0) {
            return List.of(new Refusal(1, WORDS.text("gate.not-parsed", "NUL")));
        }
        if (statement.length() > Size.MOST_CHARACTERS) {
            return List.of(new Refusal(
                    1,
                    WORDS.text(
                            "gate.too-large",
                            statement.length(),
                            WORDS.text("size.characters"),
                            Size.MOST_CHARACTERS)));
        }
        try {
            return judged(statement, new Tree(Json.object(parser.apply(statement))));
        } catch (IOException e) {
            return List.of(new Refusal(1, WORDS.text("gate.too-deep")));
        }
    }

    private static List<Refusal> judged(String statement, Tree parsed) {
        if (parsed.flag("error")) {
            return List.of(error(statement, parsed));
        }
        List<?> statements = parsed.list("statements");
        if (statements.size() != 1) {
            return List.of(new Refusal(1, WORDS.text("gate.not-one-select")));
        }
        StatementWalk walk = new StatementWalk(place -> line(statement, place));
        walk.query(Tree.of(statements.get(0)));
        return walk.refusals();
    }

    private static Refusal error(String statement, Tree parsed) {
        if (parsed.text("error_type").equals("not implemented")) {
            return new Refusal(1, WORDS.text("gate.not-one-select"));
        }
        int line = 1;
        try {
            line = line(statement, new BigDecimal(parsed.text("position")));
        } catch (NumberFormatException unknown) {
            // The whole statement is meant.
        }
        return new Refusal(
                line, WORDS.text("gate.not-parsed", parsed.text("error_message").strip()));
    }

    /** @param place in bytes of UTF-8; where it lies outside the text, none is known */
    private static int line(String statement, @Nullable Object place) {
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        long end = place instanceof Number number
                        && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(bytes.length)) <= 0
                ? number.longValue()
                : 0;
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /**
     * One thing that a statement may not hold.
     *
     * @param line of the statement, from 1
     * @param text what it is, and what to write instead
     */
    public record Refusal(int line, Text text) {}

    /**
     * How much of a statement there is to plan. The engine stops what runs too long, but not its own planning, whose time grows
     * with the cube of the joins and the square of the queries: 64 joins take it half a second, 150 took ten, and 20,000 queries
     * joined by UNION did not end within eight minutes.
     */
    static final class Size {

        /** Bytes of a statement before it is parsed. */
        static final int MOST_CHARACTERS = 128 * 1024;

        private static final int MOST_JOINS = 64;
        private static final int MOST_QUERIES = 256;
        private static final int MOST_PARTS = 20_000;

        private int joins;
        private int queries;
        private int parts;

        void count(Tree tree) {
            parts++;
            if (tree.has("cte_map")) {
                queries++;
            } else if (tree.text("type").equals("JOIN") || tree.text("class").equals("SUBQUERY")) {
                joins++;
            }
        }

        Optional<Text> excess() {
            if (joins > MOST_JOINS) {
                return Optional.of(WORDS.text("gate.too-large", joins, WORDS.text("size.joins"), MOST_JOINS));
            }
            if (queries > MOST_QUERIES) {
                return Optional.of(WORDS.text("gate.too-large", queries, WORDS.text("size.queries"), MOST_QUERIES));
            }
            return parts > MOST_PARTS
                    ? Optional.of(WORDS.text("gate.too-large", parts, WORDS.text("size.parts"), MOST_PARTS))
                    : Optional.empty();
        }
    }
}
