package org.jibao.definition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.RegisterForm.Purpose;

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
