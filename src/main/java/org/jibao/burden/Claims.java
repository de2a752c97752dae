package org.jibao.burden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.burden.AskedCells.AskedCell;
import org.jibao.burden.BurdenReport.Basis;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.Sum;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.template.CellFillings.Filling;

/** The cells of a job that its rules determine: each cell once, and none by what it determines itself. */
final class Claims {

    private final AskedCells cells;
    private final Map<String, Claim> byCell = new LinkedHashMap<>();

    private Claims(AskedCells cells) {
        this.cells = cells;
    }

    /** What must be goes before what should be. */
    static Collection<Claim> of(AskedCells cells) {
        Claims claims = new Claims(cells);
        cells.job().rules().stream()
                .filter(rule ->
                        rule.operator().equals("=") && rule.severity() != Severity.NOTE && rule.scope() != Scope.ENTRY)
                .sorted(Comparator.comparing(rule -> rule.severity() != Severity.ERROR))
                .forEach(claims::add);
        return claims.byCell.values();
    }

    private void add(RuleDefinition rule) {
        if (!side(rule, rule.left(), rule.right())) {
            side(rule, rule.right(), rule.left());
        }
    }

    /** Whether one side is a single figure and the other a sum. */
    private boolean side(RuleDefinition rule, String target, String sum) {
        Optional<String> single = Sum.of(target, 2).flatMap(Sum::single).filter(name -> !isOther(rule, name));
        Optional<Sum> later = Sum.of(sum, 2).filter(found -> found.constant() == 0);
        Optional<Sum> first = Sum.of(sum, 1).filter(found -> found.constant() == 0);
        if (single.isEmpty() || later.isEmpty()) {
            return false;
        }
        for (Subject subject : subjects(rule)) {
            claim(rule, subject, single.get(), first, later.get()).ifPresent(this::add);
        }
        return true;
    }

    private void add(Claim claim) {
        AskedCell target = cells.byId().get(claim.cell());
        if (target != null && !byCell.containsKey(claim.cell()) && !reaches(claim, claim.cell(), new HashSet<>())) {
            byCell.put(claim.cell(), claim);
        }
    }

    private boolean reaches(Claim claim, String cell, Set<String> seen) {
        return claim.terms().stream().filter(term -> !term.back()).anyMatch(term -> {
            Claim further = byCell.get(term.cell());
            return term.cell().equals(cell) || further != null && seen.add(term.cell()) && reaches(further, cell, seen);
        });
    }

    private List<Subject> subjects(RuleDefinition rule) {
        Optional<GridForm> grid =
                cells.job().form(rule.form()).filter(GridForm.class::isInstance).map(GridForm.class::cast);
        if (rule.scope() == Scope.RETURN) {
            return List.of(new Subject("", ""));
        }
        if (grid.isEmpty()) {
            return List.of();
        }
        boolean rows = rule.scope() == Scope.ROW;
        Stream<Label> labels = (rows ? grid.get().rows() : grid.get().columns()).stream();
        String form = grid.get().id() + ".";
        return labels.map(Label::id)
                .filter(id -> rule.only().isEmpty() || rule.only().contains(id))
                .map(id -> rows ? new Subject(form + id + ".", "") : new Subject(form, "." + id))
                .toList();
    }

    private Optional<Claim> claim(RuleDefinition rule, Subject subject, String name, Optional<Sum> first, Sum later) {
        List<ClaimTerm> terms = new ArrayList<>();
        if (first.isPresent() && first.get().equals(later)) {
            terms(rule, subject, later, "all", terms);
        } else {
            terms(rule, subject, later, "later", terms);
            first.ifPresent(sum -> terms(rule, subject, sum, "first", terms));
        }
        Stream<String> names = Stream.concat(Stream.of(later), first.stream())
                .flatMap(sum -> sum.terms().stream())
                .map(Sum.Term::name);
        boolean known = names.allMatch(one -> isOther(rule, one) || cells.byId().containsKey(subject.of(one)));
        String target = subject.of(name);
        AskedCell cell = cells.byId().get(target);
        return known && cell != null
                ? Optional.of(new Claim(
                        target,
                        rule.id(),
                        rule.tolerance(),
                        basis(rule, later, cell),
                        terms,
                        words(rule, subject, later)))
                : Optional.empty();
    }

    private static void terms(RuleDefinition rule, Subject subject, Sum sum, String phase, List<ClaimTerm> terms) {
        for (Sum.Term term : sum.terms()) {
            if (!isOther(rule, term.name())) {
                terms.add(new ClaimTerm(phase, term.minus(), term.previous(), subject.of(term.name())));
            }
        }
    }

    private static boolean isOther(RuleDefinition rule, String name) {
        return rule.counts().containsKey(name) || rule.others().containsKey(name);
    }

    private static Basis basis(RuleDefinition rule, Sum sum, AskedCell cell) {
        if (sum.terms().stream().anyMatch(term -> rule.others().containsKey(term.name()))) {
            return Basis.OTHER_RETURN;
        }
        if (sum.terms().stream().anyMatch(term -> rule.counts().containsKey(term.name()))) {
            return Basis.ENTRIES;
        }
        if (!sum.looksBack()) {
            return Basis.CELLS;
        }
        return cell.filling() == Filling.BROUGHT ? Basis.BROUGHT : Basis.LAST_RETURN;
    }

    private Text words(RuleDefinition rule, Subject subject, Sum sum) {
        return BurdenWords.sum(sum, term -> {
            var other = rule.others().get(term.name());
            if (other != null) {
                return other.origin();
            }
            var count = rule.counts().get(term.name());
            if (count != null) {
                Optional<FormDefinition> register = cells.job().form(count.register());
                return register.map(FormDefinition::title).orElse(Text.same(count.register()));
            }
            var cell = cells.byId().get(subject.of(term.name()));
            if (cell == null) {
                return Text.same(term.name());
            }
            return switch (rule.scope()) {
                case ROW -> cell.cell().column();
                case COLUMN -> cell.cell().row();
                default -> BurdenWords.place(cell.cell());
            };
        });
    }

    /** What stands before and after a name of the rule in the id of a cell. */
    private record Subject(String before, String after) {

        String of(String name) {
            return before + name + after;
        }
    }

    /**
     * A cell and what a rule computes it from.
     *
     * @param terms cells of returns; what the rule counts in tables or takes from elsewhere is none
     * @param by all of it in words
     */
    record Claim(String cell, String rule, BigDecimal tolerance, Basis basis, List<ClaimTerm> terms, Text by) {

        /** Whether cells of the unit's returns alone say it. */
        boolean comparable() {
            return basis == Basis.CELLS || basis == Basis.LAST_RETURN || basis == Basis.BROUGHT;
        }
    }

    /**
     * A summand.
     *
     * @param phase in which periods of a year: {@code all}, {@code first} or {@code later}
     * @param minus whether it is taken away
     * @param back whether it is of the period before
     */
    record ClaimTerm(String phase, boolean minus, boolean back, String cell) {}
}
