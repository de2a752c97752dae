package org.jibao.definition;

import java.util.List;
import java.util.Map;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code checks/<form>.yaml}: {@code left operator right}, both DuckDB scalar expressions.
 *
 * @param id the stable code of its findings; unique in the job
 * @param form the form whose file it stands in
 * @param scope what it is evaluated over, and so what names its expressions may use
 * @param only the rows (scope ROW) or columns (scope COLUMN) it holds for; empty for all
 * @param counts named counts and sums over a register of the same return, for any scope but ENTRY; for ROW and COLUMN the id
 *     is matched with a field
 * @param others named figures of other accepted returns, for any scope but ENTRY
 * @param operator one of {@code = <> < <= > >=}
 * @param tolerance the largest absolute difference that still passes, for {@code =}; 0 or more
 * @param message what happened and why; {@code {left}}, {@code {right}}, {@code {difference}}, {@code {label}} and, across
 *     periods, {@code {previous_period}} are filled in
 * @param cure what to do next
 * @param line the line in its file
 */
public record RuleDefinition(
        String id,
        String form,
        Scope scope,
        List<String> only,
        Map<String, RegisterCount> counts,
        Map<String, OtherReturns> others,
        String left,
        String operator,
        String right,
        Missing missing,
        java.math.BigDecimal tolerance,
        Severity severity,
        Text message,
        Text cure,
        String file,
        int line) {

    public RuleDefinition {
        only = List.copyOf(only);
        counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
        others = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(others));
    }

    /** What a rule is evaluated over. {@code previous.} before a name means the same unit's accepted return of the period before. */
    public enum Scope {
        /** Once a column of the grid; names are row ids. */
        COLUMN,
        /** Once a row of the grid; names are column ids, and the counts' names. */
        ROW,
        /** Once a return; names are {@code form.row.column} of any grid of the job. */
        RETURN,
        /** Once an entry of the register; names are field ids. */
        ENTRY
    }

    /** What happens where an operand is missing. */
    public enum Missing {
        /** Any missing operand: not assessable. */
        SKIP_IF_ANY,
        /** All operands of the rule missing: not assessable; otherwise a missing one counts as zero. */
        SKIP_IF_ALL,
        /** A missing operand counts as zero. */
        AS_ZERO
    }

    /**
     * A count of register entries, or a sum over them, per row or column of a grid or for the whole return.
     *
     * @param register the register form's id
     * @param by the field whose stored value equals the row's or column's id, or null for a whole return
     * @param where a DuckDB condition over the register's fields, or {@code true}
     * @param sum the field that is added up, or null where entries are counted
     */
    public record RegisterCount(
            String register,
            @Nullable String by,
            String where,
            @Nullable String sum) {

        /** A count of entries. */
        public RegisterCount(String register, @Nullable String by, String where) {
            this(register, by, where, null);
        }
    }
}
