package org.jibao.definition;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.finding.Text;

/** The {@code sheets} of {@code summary.yaml}, whose titles must be names that Excel takes. */
final class SheetReader {

    private static final int LONGEST_TITLE = 31;
    private static final Pattern NOT_IN_TITLES = Pattern.compile("[\\[\\]:*?/\\\\]|^'|'$");
    private static final Set<SheetKind> WITHOUT_BLOCKS = EnumSet.of(SheetKind.CONTENTS, SheetKind.NOTES);

    private final Set<String> blocks;
    private final Ids ids = new Ids();
    private final Map<String, Integer> titles = new HashMap<>();

    /** @param blocks ids of tables and charts */
    SheetReader(Set<String> blocks) {
        this.blocks = blocks;
    }

    Sheet read(Mapping mapping) {
        String id = ids.claim(mapping.need("id"));
        SheetKind kind = mapping.need("kind").choice(SheetKind.class, SheetKind.PAGE);
        Value titleValue = mapping.need("title");
        Text title = titleValue.words();
        reportTitle(titleValue, "zh", title.zh());
        reportTitle(titleValue, "en", title.en());
        Value list = mapping.get("blocks");
        List<String> named = list.items().stream()
                .map(item -> item.nameOf(Nouns.BLOCK, blocks))
                .toList();
        if (WITHOUT_BLOCKS.contains(kind) && !named.isEmpty()) {
            list.report(SummaryMistake.sheetWithoutBlocks(kind.name().toLowerCase(Locale.ROOT)));
        }
        mapping.end();
        return new Sheet(id, kind, title, named);
    }

    private void reportTitle(Value value, String language, String title) {
        if (title.isEmpty()) {
            return;
        }
        if (title.length() > LONGEST_TITLE || NOT_IN_TITLES.matcher(title).find()) {
            value.report(SummaryMistake.badSheetTitle(title, LONGEST_TITLE));
        }
        // Excel does not tell capitals from small letters here.
        Integer first = titles.putIfAbsent(language + title.toLowerCase(Locale.ROOT), value.line());
        if (first != null) {
            value.report(SummaryMistake.duplicateSheetTitle(title, first));
        }
    }
}
