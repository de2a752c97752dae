package org.jibao.checking;

import static org.jibao.support.SqlText.literal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jibao.checking.OtherTables.OtherNumbers;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Language;

/** The figures of other returns that a rule's expressions name, as joins {@code o0, o1, …} to what it goes through. */
final class OtherFigures {

    private final RuleDefinition rule;
    private final OtherNumbers numbers;
    private final List<Operand> operands = new ArrayList<>();

    /** Numbers those that are named; what a rule declares and does not use costs nothing. */
    OtherFigures(RuleDefinition rule, OtherNumbers numbers, Collection<Operand> named) {
        this.rule = rule;
        this.numbers = numbers;
        named.stream().filter(operand -> operand.kind() == Operand.Kind.OTHER).forEach(operands::add);
        operands.forEach(operand -> numbers.of(other(operand)));
    }

    boolean none() {
        return operands.isEmpty();
    }

    List<Operand> operands() {
        return operands;
    }

    String source(Operand operand) {
        return alias(operand) + ".value";
    }

    String joins() {
        String subject = rule.scope() == Scope.RETURN ? "''" : "c.subject";
        return operands.stream()
                .map(operand -> " LEFT JOIN rule_other " + alias(operand) + " ON " + alias(operand)
                        + ".submission = r.submission AND " + alias(operand) + ".number = "
                        + numbers.of(other(operand)) + " AND " + alias(operand) + ".subject = " + subject)
                .collect(Collectors.joining());
    }

    /** An SQL text: each figure with where it stands. */
    String origin(Language language) {
        String detail = language == Language.ZH ? ".detail_zh" : ".detail_en";
        String between = language == Language.ZH ? "；" : "; ";
        String origins = operands.stream()
                .map(operand -> literal(other(operand).origin().in(language) + (language == Language.ZH ? "：" : ": "))
                        + " || " + alias(operand) + detail)
                .collect(Collectors.joining(", "));
        return none() ? "NULL" : "concat_ws(" + literal(between) + ", " + origins + ")";
    }

    private String alias(Operand operand) {
        return "o" + operands.indexOf(operand);
    }

    private OtherReturns other(Operand operand) {
        return Objects.requireNonNull(rule.others().get(operand.name()));
    }
}
