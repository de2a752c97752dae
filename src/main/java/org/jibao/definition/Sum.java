package org.jibao.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's side that is a plain sum: {@code a + previous.b - c + 2}, perhaps another one in the first period of the year.
 * Whatever else a rule may say is no sum, and nothing is computed from it.
 *
 * @param terms one or more
 * @param constant the sum of the whole numbers in it
 */
public record Sum(List<Term> terms, long constant) {

    /**
     * One summand.
     *
     * @param minus whether it is taken away
     * @param previous whether it is of the period before
     * @param name a row's or a column's id, or {@code form.row.column}
     */
    public record Term(boolean minus, boolean previous, String name) {}

    private static final Pattern BY_PERIOD = Pattern.compile(
            "\\Acase\\s++when\\s++period_number\\s*+=\\s*+(\\d{1,2})\\s++then\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSE = Pattern.compile("\\selse\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("\\send\\z", Pattern.CASE_INSENSITIVE);
    private static final String ID = "[a-z][a-z0-9_]*+";
    private static final Pattern TERM = Pattern.compile("\\G\\s*+([+-]?+)\\s*+(?:(\\d{1,14})(?![\\w.])|(previous\\.)?+("
            + ID + "(?:\\." + ID + "\\." + ID + ")?+))\\s*+");

    public Sum {
        terms = List.copyOf(terms);
    }

    /** @param number of the period in its year, from 1 */
    public static Optional<Sum> of(String expression, int number) {
        String stripped = expression.strip();
        Matcher byPeriod = BY_PERIOD.matcher(stripped);
        Matcher otherwise = ELSE.matcher(stripped);
        Matcher end = END.matcher(stripped);
        if (!byPeriod.find() || !otherwise.find(byPeriod.end()) || !end.find(otherwise.end())) {
            return of(expression);
        }
        boolean first = Integer.parseInt(byPeriod.group(1)) == number;
        return of(
                first
                        ? stripped.substring(byPeriod.end(), otherwise.start())
                        : stripped.substring(otherwise.end(), end.start()));
    }

    /** A sum that is the same one in every period. */
    static Optional<Sum> of(String expression) {
        List<Term> terms = new ArrayList<>();
        long constant = 0;
        Matcher term = TERM.matcher(expression);
        int end = 0;
        while (end < expression.length()) {
            boolean next = term.region(end, expression.length()).lookingAt()
                    && (end == 0 || !term.group(1).isEmpty());
            if (!next) {
                return Optional.empty();
            }
            boolean minus = term.group(1).equals("-");
            if (term.group(2) == null) {
                terms.add(new Term(minus, term.group(3) != null, term.group(4)));
            } else {
                constant += Long.parseLong(minus ? "-" + term.group(2) : term.group(2));
            }
            end = term.end();
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(new Sum(terms, constant));
    }

    /** The name where the sum is one figure of this period and nothing else. */
    public Optional<String> single() {
        Term only = terms.get(0);
        boolean alone = terms.size() == 1 && constant == 0 && !only.minus() && !only.previous();
        return alone ? Optional.of(only.name()) : Optional.empty();
    }

    public boolean looksBack() {
        return terms.stream().anyMatch(Term::previous);
    }

    /** The names where it adds up two or more figures of this period, each once, and nothing else. */
    Optional<List<String>> parts() {
        List<String> names = terms.stream().map(Term::name).distinct().toList();
        boolean plain = constant == 0
                && terms.size() > 1
                && names.size() == terms.size()
                && terms.stream().noneMatch(term -> term.minus() || term.previous());
        return plain ? Optional.of(names) : Optional.empty();
    }
}
