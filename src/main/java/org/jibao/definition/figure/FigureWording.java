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
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** What each figure is made of, in words made from the labels of the forms. */
public final class FigureWording {

    private static final Wording WORDS = Wording.of(FigureWording.class);

    /** More than these are counted, not listed. */
    private static final int MOST_TERMS = 6;

    private final Map<String, FormDefinition> forms = new HashMap<>();

    public FigureWording(List<FormDefinition> forms) {
        forms.forEach(form -> this.forms.put(form.id(), form));
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
        FormDefinition form = forms.get(entries.register());
        Text title = form == null ? Text.same(entries.register()) : form.title();
        Text of = entries.field() == null
                ? WORDS.text("made.entries", title)
                : WORDS.text("made.field", field(form, entries.field()), title);
        return entries.where().equals("true") ? of : WORDS.text("made.where", of, Text.same(entries.where()));
    }

    private static Text field(@Nullable FormDefinition form, String id) {
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
