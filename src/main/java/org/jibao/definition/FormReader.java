package org.jibao.definition;

import java.util.List;
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

    /** @param roster whose units a field may list */
    static FormDefinition read(String id, Mapping form, Roster roster) {
        Layout layout = form.need("layout").choice(Layout.class, Layout.GRID);
        Text title = form.need("title").words();
        SheetNames sheet = form.need("sheet").mapping().map(FormReader::sheet).orElse(new SheetNames("", List.of()));
        boolean optional = form.get("optional").flag();
        FormDefinition definition =
                switch (layout) {
                    case COVER -> cover(id, title, sheet, optional, form);
                    case GRID -> GridReader.read(id, title, sheet, optional, form);
                    case REGISTER -> RegisterReader.read(id, title, sheet, optional, form, roster);
                };
        form.end();
        return definition;
    }

    private static SheetNames sheet(Mapping mapping) {
        SheetNames names = new SheetNames(
                mapping.need("name").text(), mapping.get("aliases").texts());
        mapping.end();
        return names;
    }

    private static CoverForm cover(String id, Text title, SheetNames sheet, boolean optional, Mapping form) {
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
                fieldName(form, "period", ids));
    }

    private static @Nullable String fieldName(Mapping form, String key, List<String> fields) {
        Value value = form.get(key);
        return value.absent() ? null : value.nameOf(Nouns.FIELD, fields);
    }
}
