package org.jibao.definition.loading;

import java.util.List;
import java.util.Set;
import org.jibao.definition.CoverForm;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.Guidance;
import org.jibao.definition.Label;
import org.jibao.definition.Roster;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** {@code forms/<id>.yaml}: what every layout has, then the layout's own part. */
final class FormReader {

    private enum Layout {
        COVER,
        GRID,
        REGISTER
    }

    private FormReader() {}

    /**
     * @param roster whose units a field may list
     * @param unitKinds of which {@code filled-by} may name some
     */
    static FormDefinition read(String id, Mapping form, Roster roster, Set<String> unitKinds) {
        Layout layout = form.need("layout").choice(Layout.class, Layout.GRID);
        Text title = form.need("title").words();
        SheetNames sheet = form.need("sheet").mapping().map(FormReader::sheet).orElse(new SheetNames("", List.of()));
        boolean optional = form.get("optional").flag();
        Guidance guidance = guidance(form, unitKinds);
        FormDefinition definition =
                switch (layout) {
                    case COVER -> cover(id, title, sheet, optional, form, guidance);
                    case GRID -> GridFormReader.read(id, title, sheet, optional, form, guidance);
                    case REGISTER -> RegisterFormReader.read(id, title, sheet, optional, form, roster, guidance);
                };
        form.end();
        return definition;
    }

    private static Guidance guidance(Mapping form, Set<String> unitKinds) {
        Value note = form.get("note");
        List<String> filledBy = form.get("filled-by").items().stream()
                .map(kind -> kind.nameOf(Nouns.UNIT_KIND, unitKinds))
                .toList();
        return new Guidance(note.absent() ? null : note.words(), filledBy);
    }

    private static SheetNames sheet(Mapping mapping) {
        SheetNames names = new SheetNames(
                mapping.need("name").text(), mapping.get("aliases").texts());
        mapping.end();
        return names;
    }

    private static CoverForm cover(
            String id, Text title, SheetNames sheet, boolean optional, Mapping form, Guidance guidance) {
        Value list = form.need("fields");
        LabelReader labels = new LabelReader(LabelReader.ANY);
        List<Label> fields = list.mappings().map(labels::readAll).toList();
        List<String> ids = fields.stream().map(Label::id).toList();
        return new CoverForm(
                id,
                title,
                sheet,
                optional,
                fields,
                fieldName(form, "unit-name", ids),
                fieldName(form, "unit-code", ids),
                fieldName(form, "period", ids),
                guidance);
    }

    private static @Nullable String fieldName(Mapping form, String key, List<String> fields) {
        Value value = form.get(key);
        return value.absent() ? null : value.nameOf(Nouns.FIELD, fields);
    }
}
