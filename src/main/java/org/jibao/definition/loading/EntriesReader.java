package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.Field;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.Kind;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Take;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Figures of entries: of a register, or of a metric whose rows each name a period and a unit. */
final class EntriesReader {

    private static final Wording WORDS = Wording.of(EntriesReader.class);

    private final Map<String, RegisterForm> registers = new LinkedHashMap<>();
    private final Map<String, MetricDefinition> metrics = new LinkedHashMap<>();
    private final Set<String> unread;

    /** @param unread forms and metrics whose own mistakes have been reported */
    EntriesReader(Collection<FormDefinition> forms, List<MetricDefinition> metrics, Set<String> unread) {
        forms.forEach(form -> {
            if (form instanceof RegisterForm register && register.purpose() == RegisterForm.Purpose.ENTRIES) {
                registers.put(form.id(), register);
            }
        });
        metrics.stream()
                .filter(metric -> metric.grain().containsAll(List.of("period", "unit")))
                .forEach(metric -> this.metrics.put(metric.id(), metric));
        this.unread = unread;
    }

    /** Whether a mean is one of entries, and not of cells. */
    boolean names(Value given, Mapping figure) {
        String id = source(given.text());
        return registers.containsKey(id) || metrics.containsKey(id) || unread.contains(id) && !figure.has("weight");
    }

    private static <T> T need(@Nullable T known) {
        return Objects.requireNonNull(known);
    }

    private static String source(String text) {
        return text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
    }

    /** {@code entries: register}, or {@code total: register.field}; with {@code where} and {@code among}. */
    Optional<Entries> read(Kind kind, Value given, Mapping figure) {
        return read(given, figure, kind == Kind.ENTRIES ? Take.COUNT : kind == Kind.UNITS ? Take.ANY : Take.SUM);
    }

    /** {@code mean: register.field}: the sum of the field over the entries that have it. */
    List<Operand> mean(Value given, Mapping figure) {
        return read(given, figure, Take.SUM_OF_GIVEN)
                .map(of -> List.<Operand>of(of, with(of, Take.COUNT_OF_GIVEN)))
                .orElse(List.of());
    }

    private static Entries with(Entries of, Take take) {
        return new Entries(of.register(), of.ofMetric(), of.where(), take, of.field(), of.always(), of.among());
    }

    private Optional<Entries> read(Value given, Mapping figure, Take take) {
        String text = given.text();
        boolean counted = take == Take.COUNT || take == Take.ANY;
        String id = counted ? text : source(text);
        String where = figure.get("where").optionalText().orElse("true");
        Value among = figure.get("among");
        if (text.isEmpty() || unread.contains(id)) {
            return Optional.empty();
        }
        if (!registers.containsKey(id) && !metrics.containsKey(id)) {
            List<String> known = new ArrayList<>(registers.keySet());
            known.addAll(metrics.keySet());
            given.report(Suggestion.unknown("noun.register", id, known));
            return Optional.empty();
        }
        String field = counted ? null : text.substring(Math.min(text.length(), id.length() + 1));
        if (field != null && !known(given, id, field)) {
            return Optional.empty();
        }
        boolean metric = metrics.containsKey(id);
        boolean always = !metric && among.absent() && !need(registers.get(id)).optional();
        return Optional.of(new Entries(id, metric, where, take, field, always, among(among, id)));
    }

    private String among(Value among, String id) {
        return among.absent() ? id : among.nameOf("noun.metric", metrics.keySet());
    }

    private boolean known(Value given, String id, String field) {
        List<String> numbers = metrics.containsKey(id)
                ? fields(id)
                : need(registers.get(id)).fields().stream()
                        .filter(one -> one.type().isNumber())
                        .map(Field::id)
                        .toList();
        if (field.isEmpty()) {
            given.report(WORDS.text("figure.needs-field", id));
        } else if (!numbers.contains(field)) {
            given.report(Suggestion.unknown("noun.number-field", field, numbers));
        }
        return numbers.contains(field);
    }

    /** The columns that the metric's YAML names. */
    List<String> fields(String metric) {
        MetricDefinition definition = need(metrics.get(metric));
        List<String> fields = new ArrayList<>(definition.grain());
        definition.columns().forEach(column -> fields.add(column.name()));
        return fields;
    }

    /** The register's field whose values are taken. */
    Optional<Field> field(Entries of) {
        RegisterForm register = registers.get(of.register());
        return register == null || of.field() == null
                ? Optional.empty()
                : register.fields().stream()
                        .filter(field -> field.id().equals(of.field()))
                        .findFirst();
    }

    /** The values of a register's field that lists them, named as {@code register.field}. */
    Optional<List<Label>> values(String name) {
        RegisterForm register = registers.get(source(name));
        return register == null
                ? Optional.empty()
                : register.fields().stream()
                        .filter(field -> name.equals(register.id() + "." + field.id())
                                && !field.values().isEmpty())
                        .map(Field::values)
                        .findFirst();
    }
}
