package org.jibao.checking;

import static org.jibao.support.SqlText.literal;
import static org.jibao.support.SqlText.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.checking.OtherTables.OtherNumbers;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * One rule turned into fragments of SQL. In every statement {@code r} is the return, {@code c} the table or entry it is
 * evaluated over, and {@code p} the same of the period before.
 */
final class CompiledRule {

    private final RuleDefinition rule;
    private final RuleNames names;
    private final Map<String, Operand> allowed;
    private final Expression left;
    private final Expression right;
    private final RegisterCounts counts;
    private final OtherFigures others;
    private final Set<Operand> operands = new LinkedHashSet<>();
    private final List<Operand> constants;

    CompiledRule(RuleDefinition rule, RuleNames names, OtherNumbers numbers) {
        this.allowed = names.of(rule);
        this.rule = rule;
        this.names = names;
        this.left = new Expression(rule.left(), allowed);
        this.right = new Expression(rule.right(), allowed);
        this.counts = new RegisterCounts(rule.counts(), names);
        operands.addAll(left.operands());
        operands.addAll(right.operands());
        this.others = new OtherFigures(rule, numbers, operands);
        this.constants = operands.stream()
                .filter(operand -> operand.kind() == Operand.Kind.COUNT || operand.kind() == Operand.Kind.OTHER)
                .toList();
    }

    RuleDefinition rule() {
        return rule;
    }

    /** In the order in which the rule names them. */
    Set<Operand> operands() {
        return operands;
    }

    /** What a name stands for, in lower case; null where it is none. */
    @Nullable
    Operand operand(String name) {
        return allowed.get(name);
    }

    /** The texts of both sides for the engine's parser. */
    List<String> statements() {
        return List.of(ExpressionTree.statement(rule.left(), allowed), ExpressionTree.statement(rule.right(), allowed));
    }

    /** The operands that only the store knows: counts of entries and figures of other returns. */
    List<Operand> constants() {
        return constants;
    }

    /** Their values for the cases of {@code rule_failing}: a row a case and what the rule goes through. */
    String constantsSql() {
        String values = constants().stream()
                .map(operand -> ", " + figure(operand) + "::DECIMAL(38, 4)")
                .collect(Collectors.joining());
        return SqlText.read(
                CompiledRule.class,
                "rule-constants",
                Map.of(
                        "values",
                        values,
                        "relation",
                        relation("(SELECT * FROM rule_return SEMI JOIN rule_failing k ON k.source = submission)"),
                        "key",
                        beyond() || across() ? "number" : "source",
                        "only",
                        only()));
    }

    boolean across() {
        return operands.stream().anyMatch(Operand::previous);
    }

    /** Whether it takes figures of other returns. */
    boolean beyond() {
        return !others.none();
    }

    List<String> registers() {
        List<String> registers = new ArrayList<>();
        rule.counts().values().forEach(count -> registers.add(count.register()));
        if (rule.scope() == Scope.ENTRY) {
            registers.add(rule.form());
        }
        return registers;
    }

    /** The grids that it looks at. */
    Stream<String> grids() {
        Stream<String> own = rule.scope() == Scope.ENTRY ? Stream.of() : Stream.of(rule.form());
        return Stream.concat(own, cells().map(Operand::form));
    }

    Stream<Operand> cells() {
        return operands.stream().filter(operand -> operand.kind() == Operand.Kind.CELL);
    }

    String sql(Indicators indicators) {
        return rule.scope() == Scope.ENTRY
                ? SqlText.read(CompiledRule.class, "rule-over-entries", entryFragments())
                : SqlText.read(CompiledRule.class, "rule-over-cells", cellFragments(indicators));
    }

    private Map<String, String> entryFragments() {
        Map<String, String> fragments = judgement();
        fragments.put(
                "entry",
                name(RuleNames.stored(names.register(rule.form())).get(0).id()));
        fragments.put("cells", fieldsShown());
        fragments.put("entries", name("rule_entry_" + rule.form()));
        fragments.put("most", String.valueOf(Finding.MOST_KEPT));
        return fragments;
    }

    private Map<String, String> cellFragments(Indicators indicators) {
        Map<String, String> fragments = judgement();
        fragments.put("previous_period", across() ? "r.previous_period" : "NULL::VARCHAR");
        fragments.put("relation", relation("rule_return"));
        fragments.put("origin_zh", others.origin(Language.ZH));
        fragments.put("origin_en", others.origin(Language.EN));
        fragments.put("only", only());
        fragments.put("operands", cellOperands(indicators));
        fragments.put("steps", RuleTables.steps(rule, indicators));
        fragments.put("cells", RuleTables.cells(across()));
        return fragments;
    }

    private Map<String, String> judgement() {
        Map<String, String> fragments = new LinkedHashMap<>();
        fragments.put("assessable", assessable());
        fragments.put("left", side(left));
        fragments.put("right", side(right));
        fragments.put("passes", passes());
        return fragments;
    }

    /** TRY: one return's odd figure must make its own row not assessable, not the run fail. */
    private String side(Expression expression) {
        return "TRY((" + expression.rewritten(this::figure) + "\n))";
    }

    /**
     * Without a return for the period before, what it held is missing, whatever the mode: nothing was reported as zero.
     */
    private String figure(Operand operand) {
        boolean asItIs = rule.missing() == Missing.SKIP_IF_ANY || operand.kind() == Operand.Kind.OTHER;
        if (asItIs || !operand.number()) {
            return source(operand);
        }
        String orZero = "coalesce(" + source(operand) + ", 0)";
        return operand.previous() ? "CASE WHEN r.previous IS NOT NULL THEN " + orZero + " END" : orZero;
    }

    private String source(Operand operand) {
        return switch (operand.kind()) {
            case CELL -> (operand.previous() ? "p." : "c.") + name(RuleTables.cellColumn(operand));
            case COUNT -> counts.source(operand.name());
            case FIELD -> "c." + name(operand.name());
            case OTHER -> others.source(operand);
            case PERIOD -> "r." + operand.name();
        };
    }

    /**
     * Whether the operands of this period suffice. Those of the period before are left to the expression, in which a
     * missing one makes a side NULL only where it is needed: a year to date does not look back in the first quarter.
     */
    private String assessable() {
        List<Operand> current =
                operands.stream().filter(operand -> !operand.previous()).toList();
        String own =
                switch (rule.missing()) {
                    case SKIP_IF_ANY -> present(current, " AND ");
                    case SKIP_IF_ALL ->
                        present(
                                operands.stream()
                                        .filter(CompiledRule::mayBeMissing)
                                        .toList(),
                                " OR ");
                    case AS_ZERO -> "TRUE";
                };
        return beyond() ? own + " AND " + present(others.operands(), " AND ") : own;
    }

    private static boolean mayBeMissing(Operand operand) {
        return operand.kind() == Operand.Kind.CELL || operand.kind() == Operand.Kind.FIELD;
    }

    private String present(List<Operand> some, String and) {
        return some.isEmpty()
                ? "TRUE"
                : some.stream()
                        .map(operand -> source(operand) + " IS NOT NULL")
                        .collect(Collectors.joining(and, "(", ")"));
    }

    private String passes() {
        boolean tolerant = rule.operator().equals("=") && rule.tolerance().signum() > 0;
        return tolerant
                ? "abs(left_side - right_side) <= " + literal(rule.tolerance())
                : "left_side " + rule.operator() + " right_side";
    }

    /** @param counted the returns whose entries are counted */
    private String relation(String counted) {
        String returns = beyond() || across() ? "rule_previous_return" : "rule_return";
        String key = rule.scope() == Scope.RETURN ? "" : " AND p.subject = c.subject";
        String join = rule.scope() == Scope.RETURN ? " LEFT JOIN " : " JOIN ";
        StringBuilder relation = new StringBuilder(returns + " r" + join);
        relation.append(name(RuleTables.table(rule, false))).append(" c ON c.submission = r.source");
        if (across()) {
            relation.append(" LEFT JOIN ").append(name(RuleTables.table(rule, true)));
            relation.append(" p ON p.submission = r.submission").append(key);
        }
        return relation + counts.joins(counted) + others.joins();
    }

    private String only() {
        return rule.only().isEmpty()
                ? "TRUE"
                : rule.only().stream().map(SqlText::literal).collect(Collectors.joining(", ", "c.subject IN (", ")"));
    }

    /**
     * The cells behind a failure: (position, anchor, previous, stands on the left, stands on the right, number of the
     * cell in the first column or row).
     */
    private String cellOperands(Indicators indicators) {
        List<Operand> cells = cells().toList();
        return cells.isEmpty()
                ? "(0, FALSE, FALSE, FALSE, FALSE, 0)"
                : cells.stream()
                        .map(operand -> "(" + cells.indexOf(operand) + ", " + operand.equals(declared()) + ", "
                                + operand.previous() + ", " + left.operands().contains(operand) + ", "
                                + right.operands().contains(operand) + ", " + indicators.first(operand) + ")")
                        .collect(Collectors.joining(", "));
    }

    /** The cell that is a whole side by itself, such as a total: the first place to look. Null where there is none. */
    @Nullable
    Operand declared() {
        return Stream.of(left, right)
                .map(Expression::only)
                .flatMap(Optional::stream)
                .filter(operand -> operand.kind() == Operand.Kind.CELL && !operand.previous())
                .findFirst()
                .orElse(null);
    }

    private String fieldsShown() {
        String shown = RuleNames.stored(names.register(rule.form())).stream()
                .filter(field ->
                        operands.stream().anyMatch(operand -> operand.name().equals(field.id())))
                .map(field -> literal(field.label().text().zh() + "=") + " || coalesce(c." + name(field.id())
                        + "::VARCHAR, '')")
                .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "''" : "concat_ws(', ', " + shown + ")";
    }
}
