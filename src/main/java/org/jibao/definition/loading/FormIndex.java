package org.jibao.definition.loading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RegisterForm.Purpose;
import org.jibao.finding.Text;

/**
 * The job's forms by id, for what refers to them. A form that could not be read is known by its id alone, and fits
 * every reference: one mistake is not to be reported twice.
 */
final class FormIndex {

    private final List<String> unread;
    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();

    FormIndex(Collection<String> ids, Collection<FormDefinition> definitions) {
        definitions.forEach(form -> forms.put(form.id(), form));
        unread = ids.stream().filter(id -> !forms.containsKey(id)).toList();
    }

    boolean mayBe(String id, Class<? extends FormDefinition> layout) {
        FormDefinition form = forms.get(id);
        return form == null || layout.isInstance(form);
    }

    boolean mayBeEntries(String id) {
        FormDefinition form = forms.get(id);
        return form == null || entries(form);
    }

    /** Ids of the grids. */
    List<String> grids() {
        return Stream.concat(
                        forms.values().stream()
                                .filter(GridForm.class::isInstance)
                                .map(FormDefinition::id),
                        unread.stream())
                .toList();
    }

    Optional<GridForm> grid(String id) {
        return forms.get(id) instanceof GridForm grid ? Optional.of(grid) : Optional.empty();
    }

    /** The form's title; the id of one that could not be read. */
    Text title(String id) {
        FormDefinition form = forms.get(id);
        return form == null ? Text.same(id) : form.title();
    }

    /** What the row is called; its id where that is not known. */
    Text rowLabel(String form, String id) {
        return forms.get(form) instanceof GridForm grid ? label(grid.rows(), id) : Text.same(id);
    }

    /** What the column is called; its id where that is not known. */
    Text columnLabel(String form, String id) {
        return forms.get(form) instanceof GridForm grid ? label(grid.columns(), id) : Text.same(id);
    }

    /**
     * What the row is called among the others: with its group where another one is called the same.
     *
     * @param beside a row whose group has been said; empty for none
     */
    Text rowName(String form, String id, String beside) {
        return forms.get(form) instanceof GridForm grid ? name(grid.rows(), id, beside) : Text.same(id);
    }

    /** The same of a column. */
    Text columnName(String form, String id, String beside) {
        return forms.get(form) instanceof GridForm grid ? name(grid.columns(), id, beside) : Text.same(id);
    }

    private static Text name(List<Label> labels, String id, String beside) {
        Text text = label(labels, id);
        Text group = group(labels, id);
        if (group.zh().isEmpty() || group.equals(group(labels, beside))) {
            return text;
        }
        List<Text> others = labels.stream()
                .filter(other -> !other.id().equals(id))
                .map(Label::text)
                .toList();
        boolean sameZh = others.stream().anyMatch(other -> other.zh().equals(text.zh()));
        boolean sameEn = others.stream().anyMatch(other -> other.en().equals(text.en()));
        return new Text(
                sameZh ? group.zh() + "·" + text.zh() : text.zh(), sameEn ? group.en() + ", " + text.en() : text.en());
    }

    /** Empty where it stands in none. */
    private static Text group(List<Label> labels, String id) {
        return labels.stream()
                .filter(label -> label.id().equals(id))
                .map(label -> label.printed().group())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Text.same(""));
    }

    private static Text label(List<Label> labels, String id) {
        return labels.stream()
                .filter(label -> label.id().equals(id))
                .map(Label::text)
                .findFirst()
                .orElseGet(() -> Text.same(id));
    }

    /** Ids of the registers whose entries are kept. */
    List<String> registers() {
        return Stream.concat(
                        forms.values().stream().filter(FormIndex::entries).map(FormDefinition::id), unread.stream())
                .toList();
    }

    private static boolean entries(FormDefinition form) {
        return form instanceof RegisterForm register && register.purpose() == Purpose.ENTRIES;
    }

    List<String> rows(String id) {
        return forms.get(id) instanceof GridForm grid ? ids(grid.rows()) : List.of();
    }

    List<String> columns(String id) {
        return forms.get(id) instanceof GridForm grid ? ids(grid.columns()) : List.of();
    }

    /** The fields of a register whose stored value is an id of a list, or several. */
    List<String> listedFields(String id) {
        if (!(forms.get(id) instanceof RegisterForm register)) {
            return List.of();
        }
        return register.fields().stream()
                .filter(field -> !field.values().isEmpty())
                .map(Field::id)
                .toList();
    }

    /** The fields of a register that hold numbers and are stored. */
    List<String> numberFields(String id) {
        return fields(id).stream()
                .filter(field -> !field.sensitive() && field.type().isNumber())
                .map(Field::id)
                .toList();
    }

    /** What the field is called; its id where that is not known. */
    Text fieldLabel(String form, String id) {
        return label(fields(form).stream().map(Field::label).toList(), id);
    }

    private List<Field> fields(String id) {
        return forms.get(id) instanceof RegisterForm register ? register.fields() : List.of();
    }

    /** The sheet on which warnings are explained, if the return has one. */
    Optional<String> explanations() {
        return forms.values().stream()
                .filter(form -> form instanceof RegisterForm register && register.purpose() == Purpose.EXPLANATIONS)
                .map(form -> form.sheet().name())
                .findFirst();
    }

    private static List<String> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }
}
