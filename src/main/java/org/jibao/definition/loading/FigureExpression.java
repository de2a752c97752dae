package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.Figure.Cell;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Term;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/**
 * Reads a sum of cells: {@code form.row.column}, numbers, {@code +}, {@code -}, a number {@code *} a cell, brackets; and one such sum
 * over another. A row or column may be {@code *}, which stands for each of a form's.
 */
final class FigureExpression {

    private static final Wording WORDS = Wording.of(FigureExpression.class);

    private static final Pattern TOKEN =
            Pattern.compile("\\G\\s*+(?:(?<cell>[a-z][a-z0-9_]*+\\.(?:[a-z][a-z0-9_]*+|\\*)\\.(?:[a-z][a-z0-9_]*+|\\*))"
                    + "|(?<number>\\d{1,6}+(?:\\.\\d{1,4}+)?+)|(?<sign>[-+−*/÷()]))\\s*+");

    /** More brackets than any sum needs. */
    private static final int DEEPEST = 20;

    private final List<String> tokens;
    private int next;

    private FigureExpression(List<String> tokens) {
        this.tokens = tokens;
    }

    /** One sum, or two where there is a division. */
    record Parsed(CellSum numerator, List<CellSum> denominator) {}

    /** A text that is no such expression. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text reason;

        Unreadable(Text reason) {
            super(reason.en());
            this.reason = reason;
        }

        Text reason() {
            return reason;
        }
    }

    static Parsed read(String text) throws Unreadable {
        FigureExpression expression = new FigureExpression(tokens(text));
        CellSum numerator = expression.sum(0);
        List<CellSum> denominator = new ArrayList<>();
        if (expression.take("/")) {
            denominator.add(expression.product(0));
        }
        if (expression.next < expression.tokens.size()) {
            throw new Unreadable(WORDS.text("figure.unexpected", expression.tokens.get(expression.next)));
        }
        return new Parsed(numerator, denominator);
    }

    private static List<String> tokens(String text) throws Unreadable {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw new Unreadable(WORDS.text("figure.unreadable", text.substring(at)));
            }
            tokens.add(matcher.group().strip().replace('−', '-').replace('÷', '/'));
            at = matcher.end();
        }
        return tokens;
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private CellSum sum(int depth) throws Unreadable {
        CellSum sum = take("-") ? times(product(depth), BigDecimal.ONE.negate()) : product(depth);
        while (true) {
            if (take("+")) {
                sum = plus(sum, product(depth));
            } else if (take("-")) {
                sum = plus(sum, times(product(depth), BigDecimal.ONE.negate()));
            } else {
                return sum;
            }
        }
    }

    /** A number times a sum, in either order. */
    private CellSum product(int depth) throws Unreadable {
        CellSum product = single(depth);
        while (take("*")) {
            CellSum other = single(depth);
            if (product.terms().isEmpty()) {
                product = times(other, product.constant());
            } else if (other.terms().isEmpty()) {
                product = times(product, other.constant());
            } else {
                throw new Unreadable(WORDS.text("figure.cell-times-cell"));
            }
        }
        return product;
    }

    private CellSum single(int depth) throws Unreadable {
        if (next >= tokens.size()) {
            throw new Unreadable(WORDS.text("figure.ends-early"));
        }
        if (take("(")) {
            CellSum inner = depth < DEEPEST ? sum(depth + 1) : new CellSum(List.of(), BigDecimal.ZERO);
            if (!take(")")) {
                throw new Unreadable(WORDS.text("figure.bracket"));
            }
            return inner;
        }
        String token = tokens.get(next++);
        if (Character.isDigit(token.charAt(0))) {
            return new CellSum(List.of(), new BigDecimal(token));
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw new Unreadable(WORDS.text("figure.unexpected", token));
        }
        String[] parts = token.split("\\.", -1);
        return new CellSum(
                List.of(new Term(BigDecimal.ONE, new Cell(parts[0], parts[1], parts[2]), null)), BigDecimal.ZERO);
    }

    private static CellSum plus(CellSum one, CellSum other) {
        List<Term> terms = new ArrayList<>(one.terms());
        terms.addAll(other.terms());
        return new CellSum(terms, one.constant().add(other.constant()));
    }

    private static CellSum times(CellSum cells, BigDecimal factor) {
        return new CellSum(
                cells.terms().stream()
                        .map(term -> new Term(term.factor().multiply(factor), term.cell(), term.weight()))
                        .toList(),
                cells.constant().multiply(factor));
    }
}
