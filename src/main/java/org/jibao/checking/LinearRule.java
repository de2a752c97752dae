package org.jibao.checking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jibao.checking.localisation.CellFigure;
import org.jibao.checking.localisation.LinearConstraint;
import org.jibao.checking.localisation.LinearConstraint.Presence;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A rule over a grid as a constraint over the cells of one return. What is no cell of the return is a constant with its
 * value: the period before, counts of entries, figures of other returns, the period's number. What is missing counts as
 * the rule's own SQL has it. Where the rule is no linear sum for a return, it is not looked at.
 */
final class LinearRule {

    private final CompiledRule rule;
    private final Indicators indicators;
    private final ExpressionTree left;
    private final ExpressionTree right;

    LinearRule(CompiledRule rule, Indicators indicators, ExpressionTree left, ExpressionTree right) {
        this.rule = rule;
        this.indicators = indicators;
        this.left = left;
        this.right = right;
    }

    RuleDefinition definition() {
        return rule.rule();
    }

    boolean takesConstants() {
        return !rule.constants().isEmpty();
    }

    /**
     * Whether cells are held against what stands elsewhere: in a register, in the period before or in other returns.
     */
    boolean looksElsewhere() {
        return takesConstants() || rule.across();
    }

    String constantsSql() {
        return rule.constantsSql();
    }

    /** What the rule goes through, each with how far its cells lie behind those of the first. */
    Map<String, Integer> steps() {
        return indicators.steps(rule.rule());
    }

    boolean holdsFor(String subject) {
        return rule.rule().only().isEmpty() || rule.rule().only().contains(subject);
    }

    /** The cell that the rule declares to be a sum, or 0. */
    int total(int step) {
        Operand declared = rule.declared();
        if (declared == null
                || !definition().operator().equals("=")
                || rule.cells().count() <= 2) {
            return 0;
        }
        return indicators.first(declared) + step;
    }

    /**
     * Empty where it cannot be assessed, whatever stands in the cells, or is no linear sum.
     *
     * @param constants what stands for the operands that are no cells, in the order of {@link CompiledRule#constants}
     */
    Optional<LinearConstraint> constraint(CaseFigures figures, int step, List<@Nullable BigDecimal> constants) {
        if (!assessable(constants)) {
            return Optional.empty();
        }
        LinearForm difference = left.value(name -> value(name, figures, step, constants))
                .minus(right.value(name -> value(name, figures, step, constants)));
        return difference.sum() ? constraint(difference, figures, step) : Optional.empty();
    }

    private boolean assessable(List<@Nullable BigDecimal> constants) {
        List<Operand> others = rule.constants();
        for (int i = 0; i < others.size(); i++) {
            boolean needed =
                    others.get(i).kind() == Operand.Kind.OTHER || rule.rule().missing() == Missing.SKIP_IF_ANY;
            if (needed && constants.get(i) == null) {
                return false;
            }
        }
        return true;
    }

    private LinearForm value(String name, CaseFigures figures, int step, List<@Nullable BigDecimal> constants) {
        Operand operand = rule.operand(name);
        if (operand == null) {
            return LinearForm.UNKNOWN;
        }
        return switch (operand.kind()) {
            case CELL ->
                operand.previous()
                        ? before(figures, indicators.first(operand) + step)
                        : LinearForm.ofCell(indicators.first(operand) + step);
            case COUNT, OTHER -> known(constants.get(rule.constants().indexOf(operand)));
            case PERIOD ->
                switch (operand.name()) {
                    case "period_number" -> known(decimal(figures.periodNumber()));
                    case "period_year" -> known(decimal(figures.periodYear()));
                    default -> LinearForm.UNKNOWN;
                };
            case FIELD -> LinearForm.UNKNOWN;
        };
    }

    private LinearForm before(CaseFigures figures, int cell) {
        BigDecimal before = figures.before(cell);
        boolean zero = before == null && figures.previousThere() && rule.rule().missing() != Missing.SKIP_IF_ANY;
        return zero ? LinearForm.of(BigDecimal.ZERO) : known(before);
    }

    private static LinearForm known(@Nullable BigDecimal value) {
        return value == null ? LinearForm.MISSING : LinearForm.of(value);
    }

    private static @Nullable BigDecimal decimal(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private Optional<LinearConstraint> constraint(LinearForm difference, CaseFigures figures, int step) {
        String operator = definition().operator();
        boolean equality = operator.equals("=");
        if (difference.coefficients().isEmpty() || operator.equals("<>")) {
            return Optional.empty();
        }
        int decimals = Math.max(0, difference.constant().stripTrailingZeros().scale() - 4);
        for (BigDecimal coefficient : difference.coefficients().values()) {
            decimals = Math.max(decimals, coefficient.stripTrailingZeros().scale());
        }
        try {
            BigDecimal scale = BigDecimal.TEN.pow(decimals);
            BigDecimal sign = operator.startsWith(">") ? scale.negate() : scale;
            BigDecimal one = BigDecimal.valueOf(CellFigure.ONE);
            long strict = operator.equals("<") || operator.equals(">") ? 1 : 0;
            long constant = Math.addExact(
                    difference.constant().multiply(sign).multiply(one).longValueExact(), strict);
            long tolerance = equality
                    ? definition().tolerance().multiply(scale).multiply(one).longValue()
                    : 0;
            int[] cells = difference.coefficients().keySet().stream()
                    .mapToInt(cell -> cell - 1)
                    .toArray();
            long[] coefficients = difference.coefficients().values().stream()
                    .mapToLong(coefficient -> coefficient.multiply(sign).longValueExact())
                    .toArray();
            return Optional.of(new LinearConstraint(
                    cells,
                    coefficients,
                    constant,
                    equality,
                    tolerance,
                    presence(figures, step),
                    operands(step),
                    definition().severity() == Severity.ERROR));
        } catch (ArithmeticException e) {
            return Optional.empty(); // too large to be exact
        }
    }

    private Presence presence(CaseFigures figures, int step) {
        return switch (rule.rule().missing()) {
            case SKIP_IF_ANY -> Presence.ALL;
            case AS_ZERO -> Presence.NONE;
            case SKIP_IF_ALL -> {
                boolean before = rule.cells()
                        .anyMatch(operand ->
                                operand.previous() && figures.before(indicators.first(operand) + step) != null);
                yield before ? Presence.NONE : Presence.ANY;
            }
        };
    }

    private int[] operands(int step) {
        Set<Integer> numbers = new TreeSet<>();
        rule.cells()
                .filter(operand -> !operand.previous())
                .forEach(operand -> numbers.add(indicators.first(operand) + step - 1));
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
