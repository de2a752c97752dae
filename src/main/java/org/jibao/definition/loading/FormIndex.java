package org.jibao.definition.loading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static List<String> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }
}
