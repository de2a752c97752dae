package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.definition.loading.LabelId;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Cross;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** {@code forms/ID.yaml} of a drafted form. */
final class FormYaml {

    private static final Wording WORDS = Wording.of(FormYaml.class);

    private final Yaml yaml;
    private final Language language;
    private final List<String> sheetAliases;

    private final boolean optional;

    private final String ownSheet;

    private FormYaml(Language language, List<String> sheetAliases, boolean optional, String ownSheet) {
        this.ownSheet = ownSheet;
        this.optional = optional;
        this.yaml = new Yaml(language, "../../common/schema/form.json");
        this.language = language;
        this.sheetAliases = sheetAliases;
    }

    /**
     * @param sheetAliases other names of its sheet
     * @param optional whether many returns are without it
     * @param ownSheet the sheet on which a template has it, where the form has it on another's; or empty
     */
    static String of(DraftForm form, Language language, List<String> sheetAliases, boolean optional, String ownSheet) {
        FormYaml file = new FormYaml(language, sheetAliases, optional, ownSheet);
        if (form instanceof Cover cover) {
            file.cover(cover);
        } else if (form instanceof Grid grid) {
            file.grid(grid);
        } else {
            file.register((Register) form);
        }
        return file.yaml.toString();
    }

    static Text coverTitle() {
        return WORDS.text("cover.title");
    }

    private void head(DraftForm form) {
        yaml.pair("title", form.title().isEmpty() ? coverTitle().in(language) : form.title());
        String name = form.view().name();
        if (!ownSheet.isEmpty()) {
            List<String> aliases = new ArrayList<>(List.of(name));
            aliases.addAll(sheetAliases);
            yaml.line("sheet: {name: " + Yaml.scalar(ownSheet) + ", aliases: " + Yaml.words(aliases) + "}");
        } else if (sheetAliases.isEmpty()) {
            yaml.pair("sheet", name);
        } else {
            yaml.line("sheet: {name: " + Yaml.scalar(name) + ", aliases: " + Yaml.words(sheetAliases) + "}");
        }
        if (optional) {
            yaml.line("optional: true", List.of(WORDS.text("form.optional")));
        }
    }

    private void cover(Cover cover) {
        yaml.line("layout: cover");
        head(cover);
        name("unit-name", cover, cover.unitName());
        name("unit-code", cover, cover.unitCode());
        name("period", cover, cover.period());
        List<String> fields = new ArrayList<>();
        List<List<Text>> doubts = new ArrayList<>();
        for (int i = 0; i < cover.fields().size(); i++) {
            boolean spared = optional || i != cover.unitName() && i != cover.period();
            DraftLabel field = cover.fields().get(i);
            fields.add(label(field, spared ? List.of("optional: true") : List.of(), CellDraft.TEXT));
            doubts.add(field.doubts());
        }
        yaml.list("fields", fields, doubts);
    }

    private void name(String key, Cover cover, int field) {
        if (field >= 0) {
            yaml.line(key + ": " + cover.fields().get(field).id());
        }
    }

    private void grid(Grid grid) {
        head(grid);
        List<Text> doubts = grid.cell().assumed() ? List.of(WORDS.text("cell.assumed")) : List.of();
        yaml.line("cell: " + cell(grid.cell()), doubts);
        list("columns", grid.columns(), grid.cell(), true, grid.beside());
        list("rows", grid.rows(), grid.cell(), false, false);
        List<String> never = never(grid);
        if (!never.isEmpty()) {
            yaml.line("not-applicable: " + Yaml.flow(never));
        }
    }

    private void list(String key, List<DraftLabel> labels, CellDraft usual, boolean across, boolean beside) {
        List<String> items = new ArrayList<>();
        for (DraftLabel label : labels) {
            List<String> more = new ArrayList<>();
            List<String> groups = label.groups();
            if (label.under() != null
                    || across && !groups.isEmpty() && label.nth().isEmpty()) {
                List<String> outer = groups.subList(0, groups.size() - 1);
                if (!outer.isEmpty()) {
                    more.add("headings: " + Yaml.words(outer));
                }
                more.add("under: " + Yaml.scalar(java.util.Objects.requireNonNull(label.group())));
            } else if (!groups.isEmpty()) {
                more.add("headings: " + Yaml.words(groups));
            }
            if (!label.nth().isEmpty()) {
                more.add("nth: " + label.nth());
            }
            if (beside) {
                more.add("beside: 1");
            }
            items.add(label(label, more, usual));
        }
        yaml.list(key, items, labels.stream().map(DraftLabel::doubts).toList());
    }

    private static List<String> never(Grid grid) {
        List<String> never = new ArrayList<>();
        Set<DraftLabel> whole = new HashSet<>();
        for (DraftLabel row : grid.rows()) {
            if (grid.columns().stream().allMatch(column -> closed(grid, row, column))) {
                never.add("\"" + row.id() + ".*\"");
                whole.add(row);
            }
        }
        for (DraftLabel column : grid.columns()) {
            List<DraftLabel> rows = grid.rows().stream()
                    .filter(row -> !whole.contains(row) && closed(grid, row, column))
                    .toList();
            if (rows.size() == grid.rows().size()) {
                never.add("\"*." + column.id() + "\"");
            } else {
                rows.forEach(row -> never.add(row.id() + "." + column.id()));
            }
        }
        return never;
    }

    private static boolean closed(Grid grid, DraftLabel row, DraftLabel column) {
        return grid.closed()
                .contains(new Cross(row.place().row(), column.place().column()));
    }

    private void register(Register register) {
        boolean list = register.unit() >= 0;
        yaml.line(list ? "layout: list" : "layout: register");
        head(register);
        if (list) {
            yaml.line("unit: " + register.fields().get(register.unit()).id());
        }
        if (list && register.period() >= 0) {
            yaml.line("period: " + register.fields().get(register.period()).id());
        }
        String skip = skip(register);
        if (!skip.isEmpty()) {
            yaml.line("skip: " + Yaml.scalar(skip));
        }
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < register.fields().size(); i++) {
            DraftLabel field = register.fields().get(i);
            boolean key = list && (i == register.unit() || i == register.period());
            fields.add(label(field, more(field, list), key ? field.cell() : list ? CellDraft.COUNT : CellDraft.TEXT));
        }
        yaml.list(
                "fields",
                fields,
                register.fields().stream().map(DraftLabel::doubts).toList());
    }

    /** A condition that holds for rows below the header that are not filled in. */
    private static String skip(Register register) {
        List<String> conditions = new ArrayList<>();
        for (Spot skipped : register.skips()) {
            register.fields().stream()
                    .filter(field -> field.place().column() == skipped.column())
                    .findFirst()
                    .ifPresent(field -> conditions.add(field.id() + " like '" + Trimmed.begin(skipped.text()) + "%'"));
        }
        return String.join(" or ", conditions);
    }

    private static List<String> more(DraftLabel field, boolean list) {
        List<String> more = new ArrayList<>();
        if (field.group() != null && field.nth().isEmpty()) {
            more.add("under: " + Yaml.scalar(field.group()));
        }
        if (!field.nth().isEmpty()) {
            more.add("nth: " + field.nth());
        }
        if (!list && field.required()) {
            more.add("required: true");
        }
        if (!list && field.sensitive()) {
            more.add("sensitive: true");
        }
        if (!list && !field.values().isEmpty()) {
            more.add("values: " + values(field.values()));
        }
        return more;
    }

    private static String values(List<String> values) {
        List<String> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String value : values) {
            String made = LabelId.of(value);
            boolean own = !made.isEmpty() && !Names.hasHan(value) && taken.add(made);
            String id = "value_" + (items.size() + 1);
            items.add(own ? Yaml.scalar(value) : "{id: " + id + ", label: " + Yaml.scalar(value) + "}");
        }
        return Yaml.flow(items);
    }

    /** The words alone where nothing else is to be said and the loader makes the same id of them. */
    private static String label(DraftLabel label, List<String> more, CellDraft usual) {
        boolean made = label.id().equals(LabelId.of(label.words()));
        List<String> parts = new ArrayList<>();
        if (!made) {
            parts.add("id: " + Yaml.scalar(label.id()));
        }
        parts.add("label: " + Yaml.scalar(label.words()));
        if (!label.aliases().isEmpty()) {
            parts.add("aliases: " + Yaml.words(label.aliases()));
        }
        parts.addAll(more);
        if (!label.cell().same(usual)) {
            parts.add("cell: " + cell(label.cell()));
        }
        return parts.size() == 1 ? Yaml.scalar(label.words()) : "{" + String.join(", ", parts) + "}";
    }

    private static String cell(CellDraft cell) {
        return cell.unit() == null
                ? cell.kind()
                : "{kind: " + cell.kind() + ", unit: " + Yaml.scalar(cell.unit()) + "}";
    }
}
