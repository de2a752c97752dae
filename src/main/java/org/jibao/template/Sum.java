package org.jibao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's side that is a plain sum: {@code a + previous.b - c}, perhaps another one in the first period of the year. Whatever
 * else a rule may say is no sum, and nothing is computed from it.
 */
record Sum(List<Term> terms) {

    /**
     * One summand.
     *
     * @param minus whether it is taken away
     * @param previous whether it is of the period before
     * @param name a row's or a column's id
     */
    record Term(boolean minus, boolean previous, String name) {}

    private static final Pattern BY_PERIOD = Pattern.compile(
            "\\Acase\\s++when\\s++period_number\\s*+=\\s*+(\\d{1,2})\\s++then\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSE = Pattern.compile("\\selse\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("\\send\\z", Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM = Pattern.compile("\\G\\s*+([+-]?+)\\s*+(previous\\.)?+([a-z][a-z0-9_]*+)\\s*+");

    Sum {
        terms = List.copyOf(terms);
    }

    /** @param number of the period in its year, from 1 */
    static Optional<Sum> of(String expression, int number) {
        String stripped = expression.strip();
        Matcher byPeriod = BY_PERIOD.matcher(stripped);
        Matcher otherwise = ELSE.matcher(stripped);
        Matcher end = END.matcher(stripped);
        if (!byPeriod.find() || !otherwise.find(byPeriod.end()) || !end.find(otherwise.end())) {
            return plain(expression);
        }
        boolean first = Integer.parseInt(byPeriod.group(1)) == number;
        return plain(
                first
                        ? stripped.substring(byPeriod.end(), otherwise.start())
                        : stripped.substring(otherwise.end(), end.start()));
    }

    private static Optional<Sum> plain(String expression) {
        List<Term> terms = new ArrayList<>();
        Matcher term = TERM.matcher(expression);
        int end = 0;
        while (end < expression.length()) {
            boolean next = term.region(end, expression.length()).lookingAt()
                    && (terms.isEmpty() || !term.group(1).isEmpty());
            if (!next) {
                return Optional.empty();
            }
            terms.add(new Term(term.group(1).equals("-"), term.group(2) != null, term.group(3)));
            end = term.end();
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(new Sum(terms));
    }

    /** The name where the sum is one figure of this period and nothing else. */
    Optional<String> single() {
        Term only = terms.get(0);
        return terms.size() == 1 && !only.minus() && !only.previous() ? Optional.of(only.name()) : Optional.empty();
    }

    boolean looksBack() {
        return terms.stream().anyMatch(Term::previous);
    }
}
