package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.Example.AsWritten;
import org.jibao.definition.Example.GivenCell;
import org.jibao.definition.Example.GivenEntry;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RegisterForm.Purpose;
import org.jibao.definition.Unit;
import org.jibao.finding.Wording;

/** The entries that an example gives: {@code form: [{field: content}]}, of registers only. */
final class GivenEntriesReader {

    private static final Wording WORDS = Wording.of(GivenEntriesReader.class);

    private static final String TIMES = "times";
    private static final int MOST_TIMES = 10_000;

    private final JobDefinition job;
    private final Set<String> units;
    private final List<GivenEntry> entries = new ArrayList<>();

    /** @param units codes of the example's own units, which stand for the roster's */
    GivenEntriesReader(JobDefinition job, Set<String> units) {
        this.job = job;
        this.units = units;
    }

    List<GivenEntry> read(Mapping forms) {
        for (String form : forms.keys()) {
            Value value = forms.need(form);
            Optional<RegisterForm> register =
                    registers().stream().filter(one -> one.id().equals(form)).findFirst();
            if (register.isEmpty()) {
                value.report(Suggestion.unknown(
                        "noun.register",
                        form,
                        registers().stream().map(RegisterForm::id).toList()));
            } else {
                int row = 1;
                for (Mapping entry : value.mappings().toList()) {
                    int times = times(register.get(), entry);
                    GivenEntry first = entry(register.get(), row, entry);
                    for (int i = 0; i < times; i++) {
                        entries.add(new GivenEntry(first.form(), first.sheet(), row++, first.values()));
                    }
                }
            }
        }
        return entries;
    }

    private List<RegisterForm> registers() {
        return job.forms().stream()
                .filter(RegisterForm.class::isInstance)
                .map(RegisterForm.class::cast)
                .filter(form -> form.purpose() == Purpose.ENTRIES)
                .toList();
    }

    /** {@code times: 12} is twelve entries, unless the register has a field that is called so. */
    private static int times(RegisterForm form, Mapping entry) {
        boolean field = form.fields().stream().anyMatch(one -> one.id().equals(TIMES));
        Value times = field ? null : entry.get(TIMES);
        return times == null || times.absent() ? 1 : times.integer(1, MOST_TIMES, 1);
    }

    private GivenEntry entry(RegisterForm form, int row, Mapping entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Value value = field.sensitive() ? null : entry.get(field.id());
            if (value != null && !value.absent()) {
                content(field, value).ifPresent(content -> values.put(field.id(), content));
            }
        }
        entry.end();
        return new GivenEntry(form.id(), form.title().zh(), row, values);
    }

    private Optional<Object> content(Field field, Value value) {
        if (value.isMapping()) {
            return Optional.of(new AsWritten(written(value)));
        }
        return switch (field.type().kind()) {
            case TEXT -> Optional.of(text(field, value));
            case DATE -> date(value);
            case COUNT, AMOUNT, PERCENT -> number(value);
        };
    }

    /** {@code {written: 300余}}: what stands in the cell, whatever it is. */
    private static String written(Value value) {
        Mapping mapping = value.mapping().orElseThrow();
        String text = mapping.need("written").text();
        mapping.end();
        return text;
    }

    private String text(Field field, Value value) {
        List<String> ids = field.values().stream().map(Label::id).toList();
        if (ids.isEmpty() || field.many()) {
            return value.text();
        }
        return value.nameOf("noun.value", ids.equals(codes()) ? units : ids);
    }

    private List<String> codes() {
        return job.roster().units().stream().map(Unit::code).toList();
    }

    private static Optional<Object> date(Value value) {
        try {
            return Optional.of(LocalDate.parse(value.text()));
        } catch (DateTimeParseException e) {
            value.report(WORDS.text("example.not-a-date", value.text()));
            return Optional.empty();
        }
    }

    private static Optional<Object> number(Value value) {
        String text = value.text();
        if (!text.matches("\\d{1,14}(\\.\\d{1,4})?")) {
            value.report(WORDS.text("example.not-a-number", text));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** The cells that an example gives: {@code form: {row: {column: content}}}, of grids only. */
    static final class GivenCellsReader {

        private static final Set<String> STATUSES = Set.of("blank", "na", "suppressed", "invalid");

        private final JobDefinition job;
        private final List<GivenCell> cells = new ArrayList<>();

        GivenCellsReader(JobDefinition job) {
            this.job = job;
        }

        List<GivenCell> read(Mapping forms) {
            for (String form : forms.keys()) {
                Value value = forms.need(form);
                Optional<GridForm> grid =
                        job.form(form).filter(GridForm.class::isInstance).map(GridForm.class::cast);
                if (grid.isEmpty()) {
                    value.report(Suggestion.unknown("noun.form", form, grids()));
                } else {
                    value.mapping().ifPresent(rows -> readRows(grid.get(), rows));
                }
            }
            return cells;
        }

        private List<String> grids() {
            return job.forms().stream()
                    .filter(GridForm.class::isInstance)
                    .map(FormDefinition::id)
                    .toList();
        }

        private void readRows(GridForm form, Mapping rows) {
            for (String row : rows.keys()) {
                Value value = rows.need(row);
                reportUnknown(value, "noun.row", row, form.rows());
                value.mapping().ifPresent(columns -> readColumns(form, row, columns));
            }
        }

        private void readColumns(GridForm form, String row, Mapping columns) {
            for (String column : columns.keys()) {
                Value value = columns.need(column);
                reportUnknown(value, "noun.column", column, form.columns());
                if (value.isMapping()) {
                    cells.add(new GivenCell(form.id(), row, column, "", written(value)));
                    continue;
                }
                String content = value.text();
                if (!content.isEmpty() && !STATUSES.contains(content) && !content.matches("\\d{1,14}(\\.\\d{1,4})?")) {
                    value.report(WORDS.text("example.not-a-content", content));
                }
                cells.add(new GivenCell(form.id(), row, column, content, null));
            }
        }

        private static void reportUnknown(Value value, String noun, String name, List<Label> labels) {
            List<String> ids = labels.stream().map(Label::id).toList();
            if (!ids.contains(name)) {
                value.report(Suggestion.unknown(noun, name, ids));
            }
        }
    }
}
