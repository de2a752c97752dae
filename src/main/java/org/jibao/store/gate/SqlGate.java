package org.jibao.store.gate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jibao.finding.Text;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/**
 * What may not be in a statement that others wrote. The engine itself parses it, so that no comment, quote or odd spelling can
 * hide anything; the tree is then held against what is allowed, and whatever is not known is refused.
 */
public final class SqlGate {

    private final UnaryOperator<String> parser;

    /** @param parser the engine's {@code json_serialize_sql}, which parses a text and runs nothing of it */
    public SqlGate(UnaryOperator<String> parser) {
        this.parser = parser;
    }

    /** Everything that is not allowed, in the order in which it is found; empty for a sound statement. */
    public List<Refusal> refusals(String statement) {
        // The engine's parser takes it for the end of the text.
        if (statement.indexOf('\0') >= 0) {
            return List.of(new Refusal(1, GateWords.notParsed("NUL")));
        }
        if (statement.length() > Size.MOST_CHARACTERS) {
            return List.of(new Refusal(
                    1, GateWords.tooLarge(new Text("字符", "characters"), statement.length(), Size.MOST_CHARACTERS)));
        }
        try {
            return judged(statement, new Tree(Json.object(parser.apply(statement))));
        } catch (IOException e) {
            return List.of(new Refusal(1, GateWords.tooDeep()));
        }
    }

    private static List<Refusal> judged(String statement, Tree parsed) {
        if (parsed.flag("error")) {
            return List.of(error(statement, parsed));
        }
        List<?> statements = parsed.list("statements");
        if (statements.size() != 1) {
            return List.of(new Refusal(1, GateWords.notOneSelect()));
        }
        StatementWalk walk = new StatementWalk(place -> line(statement, place));
        walk.query(Tree.of(statements.get(0)));
        return walk.refusals();
    }

    private static Refusal error(String statement, Tree parsed) {
        if (parsed.text("error_type").equals("not implemented")) {
            return new Refusal(1, GateWords.notOneSelect());
        }
        int line = 1;
        try {
            line = line(statement, new BigDecimal(parsed.text("position")));
        } catch (NumberFormatException unknown) {
            // The whole statement is meant.
        }
        return new Refusal(
                line, GateWords.notParsed(parsed.text("error_message").strip()));
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
}
