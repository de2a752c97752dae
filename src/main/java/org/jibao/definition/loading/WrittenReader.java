package org.jibao.definition.loading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.GridForm.Lines;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Written;
import org.jibao.definition.Written.DateOrder;
import org.jibao.definition.Written.Meaning;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code dates} and {@code placeholders}, of a form or of one {@code cell}. */
final class WrittenReader {

    private static final Wording WORDS = Wording.of(WrittenReader.class);

    /** {@code unit: fraction}: 0.12 is 12 %. */
    private static final String FRACTION = "fraction";

    /** {@code blank: not-applicable}: an empty cell is none that was forgotten. */
    private static final String NOT_APPLICABLE = "not-applicable";

    private WrittenReader() {}

    /** How a form says that its values are written. */
    static Written ofForm(Mapping form) {
        return read(form, false, false);
    }

    /** How one type of cell says so. */
    static Written ofCell(Mapping cell, CellType.Kind kind) {
        Value dates = cell.get("dates");
        if (!dates.absent() && kind != CellType.Kind.DATE) {
            dates.report(WORDS.text("form.dates-need-date"));
        }
        boolean fraction = kind == CellType.Kind.PERCENT && cell.get("unit").is(FRACTION);
        return read(cell, fraction, cell.get("blank").is(NOT_APPLICABLE));
    }

    private static Written read(Mapping mapping, boolean fraction, boolean blankNotApplicable) {
        Value dates = mapping.get("dates");
        DateOrder order = dates.absent() ? null : dates.choice(DateOrder.class, DateOrder.DMY);
        Map<String, Meaning> words = new LinkedHashMap<>();
        mapping.get("placeholders").mapping().ifPresent(lists -> {
            words(lists.get("missing"), Meaning.MISSING, words);
            words(lists.get("suppressed"), Meaning.SUPPRESSED, words);
            words(lists.get("zero"), Meaning.ZERO, words);
            lists.end();
        });
        return new Written(order, fraction, blankNotApplicable, words);
    }

    private static void words(Value list, Meaning meaning, Map<String, Meaning> words) {
        for (Value item : list.items()) {
            String word = Written.plain(item.text());
            Meaning other = word.isEmpty() ? null : words.putIfAbsent(word, meaning);
            if (other != null) {
                item.report(WORDS.text(
                        "form.placeholder-twice", item.text(), other.name().toLowerCase(Locale.ROOT)));
            } else if (meaning == Meaning.ZERO && word.matches("-?\\d+([.,]\\d+)*%?")) {
                item.report(WORDS.text("form.placeholder-number", item.text()));
            }
        }
    }

    /** The form with what it says of all its cells put to each. */
    static FormDefinition into(FormDefinition form, Written written) {
        if (written.equals(Written.PLAIN)) {
            return form;
        }
        if (form instanceof GridForm grid) {
            return new GridForm(
                    grid.id(),
                    grid.title(),
                    grid.sheet(),
                    grid.optional(),
                    grid.type().in(written),
                    labels(grid.rows(), written),
                    labels(grid.columns(), written),
                    grid.guidance(),
                    grid.notApplicable(),
                    grid.falseAlarms(),
                    lines(grid.lines(), written));
        }
        if (form instanceof RegisterForm register) {
            return register.withFields(register.fields().stream()
                    .map(field -> field(field, written))
                    .toList());
        }
        CoverForm cover = (CoverForm) form;
        return new CoverForm(
                cover.id(),
                cover.title(),
                cover.sheet(),
                cover.optional(),
                labels(cover.fields(), written),
                cover.unitName(),
                cover.unitCode(),
                cover.period(),
                cover.guidance());
    }

    private static @Nullable Lines lines(@Nullable Lines lines, Written written) {
        return lines == null
                ? null
                : new Lines(
                        lines.fields().stream()
                                .map(field -> field(field, written))
                                .toList(),
                        lines.unit(),
                        lines.period(),
                        lines.reach());
    }

    private static List<Label> labels(List<Label> labels, Written written) {
        return labels.stream().map(label -> label(label, written)).toList();
    }

    private static Label label(Label label, Written written) {
        CellType type = label.type();
        return type == null ? label : label.withType(type.in(written));
    }

    private static Field field(Field field, Written written) {
        return new Field(
                label(field.label(), written),
                field.type().in(written),
                field.required(),
                field.sensitive(),
                field.published(),
                field.values(),
                field.many(),
                field.within(),
                field.unique());
    }
}
