package org.jibao.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.Sum;
import org.jibao.finding.Severity;
import org.jibao.template.GridContents.Content.Position;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.jspecify.annotations.Nullable;

/**
 * What stands in each cell of one grid, told by the job's own rules: where a rule says that a figure is a sum, the cell
 * computes it; where it says that it is one of the last return's, that is brought forward.
 */
final class GridContents {

    private final GridForm grid;
    private final BroughtForward before;
    private final Map<Position, Content> contents = new HashMap<>();

    /** A rule that says what a cell must be. */
    private record Claim(Position cell, RuleDefinition rule, Sum sum) {

        /** What must be goes before what should be, and what the sheet itself says before the last return. */
        int rank() {
            return (rule.severity() == Severity.ERROR ? 0 : 2) + (sum.looksBack() ? 1 : 0);
        }
    }

    GridContents(GridForm grid, TemplateRequest request) {
        this(grid, request.job().rules(), request.period().index(), request.before());
    }

    /** @param periodNumber of the period in its year, from 1 */
    GridContents(GridForm grid, List<RuleDefinition> rules, int periodNumber, BroughtForward before) {
        this.grid = grid;
        this.before = before;
        never();
        List<Claim> claims = new ArrayList<>();
        rules.forEach(rule -> claim(rule, periodNumber, claims));
        claims.sort(Comparator.comparingInt(Claim::rank));
        claims.forEach(this::settle);
    }

    private void never() {
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < grid.columns().size(); column++) {
                if (!grid.applies(grid.rows().get(row), grid.columns().get(column))) {
                    contents.put(new Position(row, column), new Content.Never());
                }
            }
        }
    }

    Content at(int row, int column) {
        return contents.getOrDefault(new Position(row, column), new Content.Entry());
    }

    /** What is known of a cell before anything is filled in, or null. */
    @Nullable
    BigDecimal known(int row, int column) {
        Content content = at(row, column);
        if (content instanceof Content.Never) {
            return null;
        }
        if (content instanceof Content.Brought brought) {
            return brought.value();
        }
        return content instanceof Content.Total total ? known(total) : null;
    }

    private @Nullable BigDecimal known(Content.Total total) {
        BigDecimal sum = total.before();
        for (Position cell : total.plus()) {
            BigDecimal part = part(cell);
            sum = part == null || sum == null ? null : sum.add(part);
        }
        for (Position cell : total.minus()) {
            BigDecimal part = part(cell);
            sum = part == null || sum == null ? null : sum.subtract(part);
        }
        return sum;
    }

    /** What never applies adds nothing. */
    private @Nullable BigDecimal part(Position cell) {
        return at(cell.row(), cell.column()) instanceof Content.Never
                ? BigDecimal.ZERO
                : known(cell.row(), cell.column());
    }

    private void claim(RuleDefinition rule, int periodNumber, List<Claim> claims) {
        boolean fits = rule.operator().equals("=")
                && rule.severity() != Severity.NOTE
                && (rule.scope() == Scope.RETURN
                        || rule.scope() != Scope.ENTRY && rule.form().equals(grid.id()));
        Optional<String> left = fits ? Sum.of(rule.left(), periodNumber).flatMap(Sum::single) : Optional.empty();
        Optional<Sum> right = Sum.of(rule.right(), periodNumber);
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        if (rule.scope() == Scope.RETURN) {
            cell(left.get()).ifPresent(cell -> claims.add(new Claim(cell, rule, right.get())));
            return;
        }
        boolean downTheRows = rule.scope() == Scope.ROW;
        List<Label> subjects = downTheRows ? grid.rows() : grid.columns();
        int named = index(downTheRows ? grid.columns() : grid.rows(), left.get());
        for (int subject = 0; named >= 0 && subject < subjects.size(); subject++) {
            if (rule.only().isEmpty()
                    || rule.only().contains(subjects.get(subject).id())) {
                claims.add(new Claim(position(downTheRows, subject, named), rule, right.get()));
            }
        }
    }

    /** The cell that {@code form.row.column} names, if it is one of this grid. */
    private Optional<Position> cell(String name) {
        String[] path = name.split("\\.");
        int row = path.length == 3 && path[0].equals(grid.id()) ? index(grid.rows(), path[1]) : -1;
        int column = row < 0 ? -1 : index(grid.columns(), path[2]);
        return column < 0 ? Optional.empty() : Optional.of(new Position(row, column));
    }

    private static Position position(boolean downTheRows, int subject, int named) {
        return downTheRows ? new Position(subject, named) : new Position(named, subject);
    }

    private static int index(List<Label> labels, String id) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void settle(Claim claim) {
        if (!contents.containsKey(claim.cell())) {
            content(claim).ifPresent(content -> contents.put(claim.cell(), content));
        }
    }

    private Optional<Content> content(Claim claim) {
        List<Position> plus = new ArrayList<>();
        List<Position> minus = new ArrayList<>();
        BigDecimal brought = BigDecimal.valueOf(claim.sum().constant());
        boolean awaited = false;
        for (Sum.Term term : claim.sum().terms()) {
            Optional<Position> operand = operand(claim, term);
            if (operand.isEmpty()) {
                return Optional.empty();
            }
            if (term.previous()) {
                BigDecimal figure = figure(operand.get());
                awaited |= figure == null;
                brought = figure == null ? brought : brought.add(term.minus() ? figure.negate() : figure);
            } else {
                (term.minus() ? minus : plus).add(operand.get());
            }
        }
        if (awaited) {
            return Optional.of(new Content.Awaited());
        }
        if (plus.isEmpty() && minus.isEmpty()) {
            return Optional.of(new Content.Brought(brought));
        }
        boolean locked = claim.rule().severity() == Severity.ERROR;
        Content.Total total = new Content.Total(List.copyOf(plus), List.copyOf(minus), brought, locked);
        return reaches(total, claim.cell()) ? Optional.empty() : Optional.of(total);
    }

    /**
     * Empty where the rule names something that is no cell of the grid, such as a count of entries or another form's
     * cell.
     */
    private Optional<Position> operand(Claim claim, Sum.Term term) {
        if (claim.rule().scope() == Scope.RETURN) {
            return cell(term.name());
        }
        boolean downTheRows = claim.rule().scope() == Scope.ROW;
        boolean other = claim.rule().counts().containsKey(term.name())
                || claim.rule().others().containsKey(term.name());
        int named = other ? -1 : index(downTheRows ? grid.columns() : grid.rows(), term.name());
        int subject = downTheRows ? claim.cell().row() : claim.cell().column();
        return named < 0 ? Optional.empty() : Optional.of(position(downTheRows, subject, named));
    }

    private @Nullable BigDecimal figure(Position cell) {
        return before.figure(
                grid.id(),
                grid.rows().get(cell.row()).id(),
                grid.columns().get(cell.column()).id());
    }

    /** Two rules may state one identity from both of its ends: a formula must not lead back to its own cell. */
    private boolean reaches(Content.Total total, Position cell) {
        List<Position> operands = new ArrayList<>(total.plus());
        operands.addAll(total.minus());
        return operands.stream()
                .anyMatch(operand -> operand.equals(cell)
                        || contents.get(operand) instanceof Content.Total further && reaches(further, cell));
    }

    /** What stands in a cell of a grid before the unit has filled anything in. */
    sealed interface Content {

        /** Nothing: the unit's to fill in. */
        record Entry() implements Content {}

        /** Nothing, ever. */
        record Never() implements Content {}

        /** Nothing, though the last return should have said it. */
        record Awaited() implements Content {}

        /** What the last return said; the unit may change it. */
        record Brought(BigDecimal value) implements Content {}

        /**
         * A formula over other cells of the grid.
         *
         * @param before what the last return adds to them
         * @param locked whether only the formula can be right; otherwise the unit may put a number in its place
         */
        record Total(List<Position> plus, List<Position> minus, BigDecimal before, boolean locked) implements Content {}

        /** A cell by the numbers of its row and column in the form, from 0. */
        record Position(int row, int column) {}
    }
}
