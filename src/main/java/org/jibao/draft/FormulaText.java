package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.reading.book.SourceBook.Formula;
import org.jspecify.annotations.Nullable;

/** Reads the formulas that a form adds and divides with. Anything else is not understood. */
final class FormulaText {

    private final String text;
    private final int down;
    private final int aside;
    private int at;
    private int depth;

    /** A form's own formulas are flat; a stranger's may have a thousand brackets. */
    private static final int DEEPEST = 40;

    /** Cells, with a sign. */
    record Term(int sign, CellRange cells) {}

    /** @param divisor empty where nothing is divided */
    record Meaning(List<Term> sum, List<Term> divisor) {}

    private FormulaText(Formula formula) {
        this.text = formula.text().strip();
        this.down = formula.down();
        this.aside = formula.right();
    }

    static boolean isQuotient(Formula formula) {
        return read(formula).map(meaning -> !meaning.divisor().isEmpty()).orElse(false);
    }

    /**
     * Empty where the formula is none of sums, differences and quotients of cells, or of these in a guard
     * against blanks.
     */
    static Optional<Meaning> read(Formula formula) {
        FormulaText reader = new FormulaText(formula);
        if (reader.text.startsWith("=")) {
            reader.at++;
        }
        Meaning meaning = reader.whole();
        reader.space();
        return meaning != null && reader.at == reader.text.length() ? Optional.of(meaning) : Optional.empty();
    }

    /** A sum, or a sum divided by another. */
    private @Nullable Meaning whole() {
        if (++depth > DEEPEST) {
            return null;
        }
        Meaning meaning = inside();
        depth--;
        return meaning;
    }

    private @Nullable Meaning inside() {
        space();
        Meaning guarded = guarded();
        if (guarded != null) {
            return guarded;
        }
        Meaning first = part();
        if (first == null) {
            return null;
        }
        List<Term> sum = new ArrayList<>(first.sum());
        List<Term> divisor = first.divisor();
        space();
        while (at < text.length() && (peek('+') || peek('-')) && divisor.isEmpty()) {
            int sign = text.charAt(at++) == '-' ? -1 : 1;
            Meaning next = part();
            if (next == null || !next.divisor().isEmpty()) {
                return null;
            }
            next.sum().forEach(term -> sum.add(new Term(sign * term.sign(), term.cells())));
            space();
        }
        return new Meaning(sum, divisor);
    }

    /** Cells, a sum in brackets, {@code SUM(…)}, and what these are divided by. */
    private @Nullable Meaning part() {
        List<Term> dividend = atom();
        space();
        if (dividend == null) {
            return null;
        }
        List<Term> divisor = List.of();
        if (peek('/')) {
            at++;
            List<Term> below = atom();
            if (below == null) {
                return null;
            }
            divisor = below;
            space();
        }
        if (peek('*')) {
            at++;
            space();
            if (!text.startsWith("100", at)) {
                return null;
            }
            at += text.startsWith("100%", at) ? 4 : 3;
        }
        return new Meaning(dividend, divisor);
    }

    private @Nullable List<Term> atom() {
        space();
        int sign = 1;
        while (peek('+') || peek('-')) {
            sign = text.charAt(at++) == '-' ? -sign : sign;
        }
        List<Term> found = peek('(') ? bracket() : word("SUM(") ? arguments() : cells();
        int signed = sign;
        return found == null
                ? null
                : found.stream()
                        .map(term -> new Term(signed * term.sign(), term.cells()))
                        .toList();
    }

    private @Nullable List<Term> bracket() {
        at++;
        Meaning inner = whole();
        return inner != null && inner.divisor().isEmpty() && closes() ? inner.sum() : null;
    }

    private @Nullable List<Term> arguments() {
        List<Term> terms = new ArrayList<>();
        do {
            Meaning argument = whole();
            if (argument == null || !argument.divisor().isEmpty()) {
                return null;
            }
            terms.addAll(argument.sum());
            space();
        } while (comma());
        return closes() ? terms : null;
    }

    private @Nullable List<Term> cells() {
        int[] end = new int[1];
        CellRange range = CellRange.at(text, at, down, aside, end);
        if (range == null) {
            return null;
        }
        at = end[0];
        return List.of(new Term(1, range));
    }

    /** {@code IFERROR(x, "")}, {@code ROUND(x, 2)}, {@code IF(blank, "", x)}: x. */
    private @Nullable Meaning guarded() {
        int start = at;
        if (word("IFERROR(") || word("ROUND(")) {
            Meaning inner = whole();
            if (inner != null && comma() && skipArgument() && closes()) {
                return inner;
            }
        } else if (word("IF(") && skipArgument() && comma()) {
            int branch = at;
            boolean constant = constant() && comma();
            Meaning inner = constant ? whole() : null;
            if (inner != null && closes()) {
                return inner;
            }
            at = branch;
            Meaning first = whole();
            if (first != null && comma() && constant() && closes()) {
                return first;
            }
        }
        at = start;
        return null;
    }

    private boolean constant() {
        space();
        int start = at;
        if (!skipArgument()) {
            return false;
        }
        String words = text.substring(start, at).strip();
        return words.startsWith("\"") && words.endsWith("\"") || words.matches("0(?:\\.0+)?") || words.isEmpty();
    }

    /** Up to the comma or bracket that ends it. */
    private boolean skipArgument() {
        int depth = 0;
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char sign = text.charAt(at);
            quoted ^= sign == '"';
            if (!quoted && depth == 0 && (sign == ',' || sign == ')')) {
                return true;
            }
            depth += quoted ? 0 : sign == '(' ? 1 : sign == ')' ? -1 : 0;
        }
        return false;
    }

    private boolean word(String word) {
        space();
        boolean here = text.regionMatches(true, at, word, 0, word.length());
        at += here ? word.length() : 0;
        return here;
    }

    private boolean comma() {
        space();
        boolean here = peek(',');
        at += here ? 1 : 0;
        return here;
    }

    private boolean closes() {
        space();
        boolean here = peek(')');
        at += here ? 1 : 0;
        return here;
    }

    private boolean peek(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
