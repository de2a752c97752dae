package org.jibao.definition.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Figure;
import org.jibao.definition.Figure.Cell;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Term;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** What each figure is made of, in words made from the labels of the forms. */
public final class FigureWording {

    private static final Wording WORDS = Wording.of(FigureWording.class);

    /** More than these are counted, not listed. */
    private static final int MOST_TERMS = 6;

    private final Map<String, FormDefinition> forms = new HashMap<>();
    private final Map<String, MetricDefinition> metrics = new HashMap<>();

    /** @param metrics that figures may be taken from */
    public FigureWording(List<FormDefinition> forms, List<MetricDefinition> metrics) {
        forms.forEach(form -> this.forms.put(form.id(), form));
        metrics.forEach(metric -> this.metrics.put(metric.id(), metric));
    }

    /** The figure for the notes sheet. */
    Measure measure(Figure figure) {
        Text numerator = words(figure, figure.numerator());
        return new Measure(
                figure.id(),
                figure.label(),
                figure.unit(),
                numerator,
                figure.denominator() == null
                        ? figure.kind().isBuiltIn() ? WORDS.text("made.expected") : Text.same("")
                        : words(figure, figure.denominator()),
                note(figure));
    }

    private Text words(Figure figure, Operand operand) {
        if (figure.kind() == Figure.Kind.REPORTING_RATE) {
            return WORDS.text("made.reported");
        }
        if (figure.kind() == Figure.Kind.ON_TIME_RATE) {
            return WORDS.text("made.on-time");
        }
        if (operand instanceof CellSum cells) {
            return words(cells);
        }
        if (operand instanceof Entries entries) {
            return words(entries);
        }
        return WORDS.text("made.metric", ((Figure.FromMetric) operand).metric());
    }

    private Text words(CellSum cells) {
        List<Text> terms = new ArrayList<>();
        for (Term term :
                cells.terms().subList(0, Math.min(MOST_TERMS, cells.terms().size()))) {
            terms.add(words(term, terms.isEmpty()));
        }
        Text joined = new Text(joined(terms, true), joined(terms, false));
        int left = cells.terms().size() - MOST_TERMS;
        Text all = left > 0 ? WORDS.text("made.and-more", joined, left) : joined;
        return cells.constant().signum() == 0
                ? all
                : WORDS.text(
                        cells.constant().signum() > 0 ? "made.plus" : "made.minus",
                        all,
                        Text.same(cells.constant().abs().stripTrailingZeros().toPlainString()));
    }

    private static String joined(List<Text> terms, boolean zh) {
        return String.join(
                "", terms.stream().map(term -> zh ? term.zh() : term.en()).toList());
    }

    private Text words(Term term, boolean first) {
        boolean minus = term.factor().signum() < 0;
        String factor = term.factor().abs().stripTrailingZeros().toPlainString();
        Text cell = cell(term.cell());
        Text weighted = term.weight() == null ? cell : WORDS.text("made.times", cell, cell(term.weight()));
        Text shown = factor.equals("1") ? weighted : WORDS.text("made.times", Text.same(factor), weighted);
        if (first) {
            return minus ? WORDS.text("made.negative", shown) : shown;
        }
        return WORDS.text(minus ? "made.less" : "made.and", shown);
    }

    private Text cell(Cell cell) {
        if (!(forms.get(cell.form()) instanceof GridForm grid)) {
            return Text.same(cell.toString());
        }
        return WORDS.text("made.cell", label(grid.rows(), cell.row()), label(grid.columns(), cell.column()));
    }

    private static Text label(List<Label> labels, String id) {
        return labels.stream()
                .filter(label -> label.id().equals(id))
                .map(Label::text)
                .findFirst()
                .orElseGet(() -> Text.same(id));
    }

    private Text words(Entries entries) {
        Text title = title(entries.register());
        Text field = entries.field() == null ? title : field(entries.register(), entries.field());
        Text of =
                switch (entries.take()) {
                    case COUNT -> WORDS.text("made.entries", title);
                    case ANY -> WORDS.text("made.units", title);
                    case SUM, SUM_OF_GIVEN -> WORDS.text("made.field", field, title);
                    case COUNT_OF_GIVEN -> WORDS.text("made.given", field, title);
                };
        return entries.where().equals("true") ? of : WORDS.text("made.where", of, Text.same(entries.where()));
    }

    private Text title(String id) {
        FormDefinition form = forms.get(id);
        MetricDefinition metric = metrics.get(id);
        return form != null ? form.title() : metric != null ? metric.title() : Text.same(id);
    }

    private Text field(String source, String id) {
        FormDefinition form = forms.get(source);
        MetricDefinition metric = metrics.get(source);
        if (metric != null) {
            return metric.columns().stream()
                    .filter(column -> column.name().equals(id))
                    .map(Measure::label)
                    .findFirst()
                    .orElseGet(() -> Text.same(id));
        }
        return form instanceof RegisterForm register
                ? register.fields().stream()
                        .filter(field -> field.id().equals(id))
                        .map(field -> field.label().text())
                        .findFirst()
                        .orElseGet(() -> Text.same(id))
                : Text.same(id);
    }

    private static Text note(Figure figure) {
        List<Text> notes = new ArrayList<>();
        if (figure.note() != null) {
            notes.add(figure.note());
        }
        if (figure.target() != null) {
            notes.add(WORDS.text("note.target", target(figure)));
        }
        if (figure.stock() && !figure.kind().isBuiltIn()) {
            notes.add(WORDS.text("note.stock"));
        }
        if (figure.isQuotient() && !figure.kind().isBuiltIn()) {
            notes.add(WORDS.text("note.quotient"));
        }
        if (figure.minimum() != null && figure.minimum() > 0) {
            notes.add(WORDS.text("note.minimum", figure.minimum()));
        }
        return new Text(
                String.join("；", notes.stream().map(Text::zh).toList()),
                String.join("; ", notes.stream().map(Text::en).toList()));
    }

    /** {@code ≥ 90%}. */
    static Text target(Figure figure) {
        Figure.Target target = java.util.Objects.requireNonNull(figure.target());
        String operator = Figure.Target.sign(target.operator());
        boolean rate = figure.format() == Figure.Format.RATE;
        String value = (rate ? target.value().movePointRight(2) : target.value())
                .stripTrailingZeros()
                .toPlainString();
        return Text.same(operator + " " + value + (rate ? "%" : ""));
    }
}
