package org.jibao.definition.loading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.CellType;
import org.jibao.definition.Label;
import org.jibao.definition.Label.Placing;
import org.jibao.definition.Label.Printed;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The labels of one list: {@code {id, label, aliases, under, nth, after, cell, optional, headings, note}}, {@code zh} and {@code en} in
 * place of {@code label}, or the label alone. Two labels that read the same in the
 * same group cannot be told apart on a sheet, and are a problem.
 */
final class LabelReader {

    private static final Wording WORDS = Wording.of(LabelReader.class);

    static final Set<CellType.Kind> ANY = EnumSet.allOf(CellType.Kind.class);

    /** {@code 2} or {@code 2 of 3} */
    private static final Pattern NTH = Pattern.compile("([1-9]\\d?)(?: of ([1-9]\\d?))?");

    private final Set<CellType.Kind> kinds;
    private final Ids ids;
    private final Map<String, Integer> wordings = new HashMap<>();
    private boolean beside;

    /** @param reserved ids that the views of the store use themselves */
    LabelReader(Set<CellType.Kind> kinds, String... reserved) {
        this.kinds = kinds;
        this.ids = new Ids(reserved);
    }

    /** A label with nothing beside it. */
    Label readAll(Mapping mapping) {
        Label label = read(mapping);
        mapping.end();
        return label;
    }

    /** A label; the caller reads its own keys beside it, and ends the mapping. */
    Label read(Mapping mapping) {
        Text text = mapping.label();
        String id = mapping.id("id", text, ids);
        Value place = mapping.get("label");
        Value aliases = mapping.get("aliases");
        Value group = mapping.get("under");
        Text groupWords = group.absent() ? null : group.words();
        String under = groupWords == null ? null : groupWords.in(main(mapping));
        CellType type = mapping.get("cell").mappingOr("kind").map(this::cell).orElse(null);
        boolean optional = mapping.get("optional").flag();
        List<String> aliasTexts = new ArrayList<>();
        Placing placing = placing(mapping);
        String apart = placing.equals(Placing.PLAIN) ? under : under + "\n" + placing;
        reportSame(place, text.in(main(mapping)), apart);
        for (Value alias : aliases.items()) {
            aliasTexts.add(alias.text());
            reportSame(alias, alias.text(), apart);
        }
        return new Label(id, text, aliasTexts, under, type, optional, printed(mapping, groupWords)).placed(placing);
    }

    /** Of the columns of a grid, which may stand beside their rows. */
    LabelReader besideRows() {
        beside = true;
        return this;
    }

    private Placing placing(Mapping mapping) {
        Value nth = mapping.get("nth");
        String after = mapping.get("after").optionalText().orElse(null);
        int right = beside ? mapping.get("beside").integer(1, 99, 0) : 0;
        Matcher number = NTH.matcher(nth.text());
        if (!number.matches()) {
            if (!nth.absent()) {
                nth.report(WORDS.text("form.not-nth", nth.text()));
            }
            return new Placing(0, 0, after, right);
        }
        int of = number.group(2) == null ? 0 : Integer.parseInt(number.group(2));
        return new Placing(Integer.parseInt(number.group(1)), of, after, right);
    }

    private static Printed printed(Mapping mapping, @Nullable Text group) {
        List<Text> headings =
                mapping.get("headings").items().stream().map(Value::words).toList();
        Value note = mapping.get("note");
        return new Printed(headings, group, note.absent() ? null : note.words(), main(mapping));
    }

    private static Language main(Mapping mapping) {
        return mapping.source().languages().get(0);
    }

    private CellType cell(Mapping mapping) {
        CellType type = CellReader.read(mapping);
        if (!kinds.contains(type.kind())) {
            mapping.get("kind").report(WORDS.text("form.grid-cell-kind"));
        }
        return type;
    }

    private void reportSame(Value value, String wording, @Nullable String under) {
        if (wording.isEmpty()) {
            return;
        }
        String key = plain(wording) + "\n" + (under == null ? "" : plain(under));
        Integer first = wordings.putIfAbsent(key, value.line());
        if (first != null) {
            value.report(WORDS.text("form.same-wording", wording, first));
        }
    }

    /** Full and half width, and spaces, do not tell labels apart. */
    private static String plain(String wording) {
        return Normalizer.normalize(wording, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
