package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.Figure.Cell;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.FromMetric;
import org.jibao.definition.Figure.Kind;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Term;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.Totals;
import org.jibao.finding.Wording;

/** What figures are made of: cells of grids, entries of registers, or the rows of a metric. */
final class OperandReader {

    private static final Wording WORDS = Wording.of(OperandReader.class);

    private static final String EACH = "*";

    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();
    private final Set<String> unread;
    private final List<RuleDefinition> rules;
    private final Collection<String> metrics;
    private final EntriesReader entries;

    /**
     * @param ids of the forms, whether they could be read or not
     * @param metrics ids likewise
     */
    OperandReader(
            Collection<String> ids,
            List<FormDefinition> forms,
            List<RuleDefinition> rules,
            Collection<String> metrics,
            List<MetricDefinition> read) {
        forms.forEach(form -> this.forms.put(form.id(), form));
        unread = new HashSet<>(ids);
        unread.removeAll(this.forms.keySet());
        this.rules = rules;
        this.metrics = metrics;
        Set<String> missing = new HashSet<>(unread);
        missing.addAll(metrics);
        read.forEach(metric -> missing.remove(metric.id()));
        entries = new EntriesReader(this.forms.values(), read, missing);
    }

    EntriesReader entries() {
        return entries;
    }

    FormDefinition form(String id) {
        return java.util.Objects.requireNonNull(forms.get(id));
    }

    /** Every form and every metric, whether they could be read or not. */
    Set<String> sources() {
        Set<String> known = new LinkedHashSet<>(unread);
        known.addAll(forms.keySet());
        known.addAll(metrics);
        return known;
    }

    /** One or two; none where they cannot be read, which has been reported. */
    List<Operand> operands(Kind kind, Value given, Mapping figure) {
        return switch (kind) {
            case SUM -> cells(given, false);
            case RATE -> given.isMapping() ? ofEntries(given) : cells(given, true);
            case MEAN ->
                entries.names(given, figure) ? entries.mean(given, figure) : mean(given, figure.need("weight"));
            case ENTRIES, UNITS, TOTAL, MEDIAN, LONGEST ->
                entries.read(kind, given, figure).stream()
                        .map(Operand.class::cast)
                        .toList();
            case METRIC -> List.of(provenance(given.nameOf("noun.metric", metrics), figure.get("cells")));
            case REPORTING_RATE, ON_TIME_RATE -> List.of();
        };
    }

    /** {@code rate: {of: {entries: …, where: …}, in: {entries: …}}}. */
    private List<Operand> ofEntries(Value given) {
        List<Operand> operands = new ArrayList<>();
        given.mapping().ifPresent(rate -> {
            for (String part : List.of("of", "in")) {
                rate.need(part).mapping().ifPresent(operand -> {
                    entries.read(Kind.ENTRIES, operand.need("entries"), operand).ifPresent(operands::add);
                    operand.end();
                });
            }
            rate.end();
        });
        return operands.size() == 2 ? operands : List.of();
    }

    List<Operand> cells(Value given, boolean quotient) {
        Optional<FigureExpression.Parsed> parsed = parsed(given);
        if (parsed.isEmpty()) {
            return List.of();
        }
        List<CellSum> sums = new ArrayList<>(List.of(parsed.get().numerator()));
        sums.addAll(parsed.get().denominator());
        if (sums.size() != (quotient ? 2 : 1)) {
            given.report(WORDS.text(quotient ? "figure.rate-needs-division" : "figure.sum-without-division"));
            return List.of();
        }
        List<Operand> operands = new ArrayList<>();
        for (CellSum sum : sums) {
            Optional<CellSum> spread = known(given, sum) ? spread(given, sum) : Optional.empty();
            spread.ifPresent(operands::add);
        }
        return operands.size() == sums.size() ? operands : List.of();
    }

    /** The cells that a metric takes a figure from; of a rate, those of its denominator stand behind a {@code /}. */
    private FromMetric provenance(String metric, Value cells) {
        List<List<Term>> sides = cells.absent() || cells.text().isEmpty()
                ? List.of()
                : cells(cells, cells.text().contains("/") || cells.text().contains("÷")).stream()
                        .map(operand -> ((CellSum) operand).terms())
                        .toList();
        return new FromMetric(
                metric, sides.isEmpty() ? List.of() : sides.get(0), sides.size() > 1 ? sides.get(1) : List.of());
    }

    Optional<FigureExpression.Parsed> parsed(Value given) {
        try {
            String text = given.text();
            return text.isEmpty() ? Optional.empty() : Optional.of(FigureExpression.read(text));
        } catch (FigureExpression.Unreadable e) {
            given.report(e.reason());
            return Optional.empty();
        }
    }

    /** Whether every cell is one of a form. */
    boolean known(Value given, CellSum sum) {
        if (sum.terms().isEmpty()) {
            given.report(WORDS.text("figure.no-cell"));
            return false;
        }
        boolean known = true;
        for (Term term : sum.terms()) {
            known &= known(given, term.cell());
        }
        return known;
    }

    private boolean known(Value given, Cell cell) {
        if (unread.contains(cell.form())) {
            return false;
        }
        List<String> grids = forms.values().stream()
                .filter(GridForm.class::isInstance)
                .map(FormDefinition::id)
                .toList();
        if (!(forms.get(cell.form()) instanceof GridForm grid)) {
            given.report(Suggestion.unknown("noun.grid", cell.form(), grids));
            return false;
        }
        return known(given, "noun.row", cell.row(), ids(grid.rows()))
                & known(given, "noun.column", cell.column(), ids(grid.columns()));
    }

    private static boolean known(Value given, String noun, String id, List<String> ids) {
        if (id.equals(EACH) || ids.contains(id)) {
            return true;
        }
        given.report(Suggestion.unknown(noun, id, ids));
        return false;
    }

    private static List<String> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }

    /** A sum over each row or column that is no total. */
    private Optional<CellSum> spread(Value given, CellSum sum) {
        List<Term> terms = new ArrayList<>();
        for (Term term : sum.terms()) {
            List<Cell> cells = each(term.cell());
            if (cells.isEmpty()) {
                given.report(WORDS.text("figure.nothing-but-totals", term.cell()));
                return Optional.empty();
            }
            cells.forEach(cell -> terms.add(new Term(term.factor(), cell, term.weight())));
        }
        return Optional.of(new CellSum(terms, sum.constant()));
    }

    private List<Cell> each(Cell cell) {
        List<Cell> cells = new ArrayList<>();
        for (String row : cell.row().equals(EACH) ? parts(cell.form(), true) : List.of(cell.row())) {
            for (String column : cell.column().equals(EACH) ? parts(cell.form(), false) : List.of(cell.column())) {
                cells.add(new Cell(cell.form(), row, column));
            }
        }
        return cells;
    }

    /** The rows or columns of a grid that are no totals of others. */
    List<String> parts(String form, boolean rows) {
        return parts(form, rows, List.of());
    }

    /**
     * What adds up to these rows or columns and is no total itself, so that what is carried in is no part of what is handled; all that
     * are no totals where one of these is no total either.
     */
    List<String> parts(String form, boolean rows, Collection<String> of) {
        GridForm grid = (GridForm) form(form);
        Totals totals = Totals.of(grid, rules);
        Set<String> sums = rows ? totals.rowIds() : totals.columnIds();
        boolean known = !of.isEmpty() && sums.containsAll(of);
        Set<String> within = known ? totals.within(of, rows) : Set.of();
        return ids(rows ? grid.rows() : grid.columns()).stream()
                .filter(id -> !sums.contains(id) && (!known || within.contains(id)))
                .toList();
    }

    private List<Operand> mean(Value given, Value weight) {
        Optional<Cell> cell = single(given);
        Optional<Cell> by = single(weight);
        if (cell.isEmpty() || by.isEmpty()) {
            return List.of();
        }
        return List.of(
                new CellSum(List.of(new Term(BigDecimal.ONE, cell.get(), by.get())), BigDecimal.ZERO),
                new CellSum(List.of(new Term(BigDecimal.ONE, by.get(), null)), BigDecimal.ZERO));
    }

    private Optional<Cell> single(Value given) {
        Optional<CellSum> sum =
                parsed(given).filter(parsed -> parsed.denominator().isEmpty()).map(FigureExpression.Parsed::numerator);
        boolean one = sum.filter(cells -> cells.terms().size() == 1
                        && cells.constant().signum() == 0
                        && cells.terms().get(0).factor().compareTo(BigDecimal.ONE) == 0)
                .isPresent();
        if (sum.isPresent() && !one) {
            given.report(WORDS.text("figure.one-cell"));
        }
        return one && known(given, sum.orElseThrow())
                ? Optional.of(sum.orElseThrow().terms().get(0).cell())
                : Optional.empty();
    }

    boolean whole(Operand operand) {
        if (operand instanceof CellSum cells) {
            return cells.terms().stream()
                    .allMatch(term -> type(term.cell()).kind() == CellType.Kind.COUNT
                            && term.factor().stripTrailingZeros().scale() <= 0);
        }
        return operand instanceof Entries of
                && entries.field(of)
                        .filter(field -> field.type().kind() == CellType.Kind.COUNT)
                        .isPresent();
    }

    CellType type(Cell cell) {
        GridForm grid = (GridForm) form(cell.form());
        return grid.typeOf(label(grid.rows(), cell.row()), label(grid.columns(), cell.column()));
    }

    static Label label(List<Label> labels, String id) {
        return labels.stream()
                .filter(label -> label.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Optional<Field> field(Entries of) {
        return entries.field(of);
    }
}
