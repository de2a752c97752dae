package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Text;

/** The {@code sheets} of {@code summary.yaml}, whose titles must be names that Excel takes. */
final class SheetReader {

    private static final int LONGEST_TITLE = 31;
    private static final Pattern NOT_IN_TITLES = Pattern.compile("[\\[\\]:*?/\\\\]|^'|'$");
    private static final int FILLING_COLUMNS = 3;
    private static final Set<SheetKind> WITHOUT_BLOCKS = EnumSet.of(SheetKind.CONTENTS, SheetKind.NOTES);

    private final Map<String, Table> tables;
    private final Set<String> blocks;
    private final Set<String> printed;
    private final Ids ids = new Ids();
    private final Map<String, Integer> titles = new HashMap<>();

    /** @param blocks ids of tables and charts */
    SheetReader(Map<String, Table> tables, Set<String> blocks, List<PrintedForm> printed) {
        this.tables = tables;
        this.blocks = blocks;
        this.printed = printed.stream().map(PrintedForm::id).collect(Collectors.toUnmodifiableSet());
    }

    Sheet read(Mapping mapping) {
        String id = ids.claim(mapping.need("id"));
        SheetKind kind = mapping.need("kind").choice(SheetKind.class, SheetKind.PAGE);
        Value titleValue = mapping.need("title");
        Text title = titleValue.words();
        reportTitle(titleValue, "zh", title.zh());
        reportTitle(titleValue, "en", title.en());
        Value list = mapping.get("blocks");
        List<String> named = kind == SheetKind.PRINTED
                ? printedBlocks(list)
                : list.items().stream()
                        .map(item -> item.nameOf(Nouns.BLOCK, blocks))
                        .toList();
        if (WITHOUT_BLOCKS.contains(kind) && !named.isEmpty()) {
            list.report(SummaryMistake.sheetWithoutBlocks(kind.name().toLowerCase(Locale.ROOT)));
        }
        mapping.end();
        return new Sheet(id, kind, title, named);
    }

    /** The table that fills the forms, then the forms. */
    private List<String> printedBlocks(Value list) {
        List<Value> items = list.items();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean filling = i == 0;
            named.add(items.get(i).nameOf(filling ? Nouns.TABLE : Nouns.PRINTED, filling ? tables.keySet() : printed));
        }
        Table table = named.isEmpty() ? null : tables.get(named.get(0));
        if (named.size() < 2 || table != null && table.columns().size() != FILLING_COLUMNS) {
            list.report(SummaryMistake.badPrintedSheet());
        }
        return named;
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
