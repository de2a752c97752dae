package org.jibao.store.gate;

import java.util.Optional;
import org.jibao.finding.Text;

/**
 * How much of a statement there is to plan. The engine stops what runs too long, but not its own planning, whose time grows
 * with the cube of the joins and the square of the queries: 64 joins take it half a second, 150 took ten, and 20,000 queries
 * joined by UNION did not end within eight minutes.
 */
final class Size {

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
            return Optional.of(GateWords.tooLarge(
                    new Text("连接和表达式中的子查询", "joins and subqueries within expressions"), joins, MOST_JOINS));
        }
        if (queries > MOST_QUERIES) {
            return Optional.of(GateWords.tooLarge(new Text("SELECT", "queries"), queries, MOST_QUERIES));
        }
        return parts > MOST_PARTS
                ? Optional.of(GateWords.tooLarge(new Text("语法成分", "parts"), parts, MOST_PARTS))
                : Optional.empty();
    }
}
