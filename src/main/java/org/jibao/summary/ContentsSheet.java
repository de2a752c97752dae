package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.workbook.Block;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;

/** The sheets in order, each a link, with what they show, and those that are in the workbook of the data. */
final class ContentsSheet {
    private static final int WIDEST = 620;
    private static final int WIDEST_UPRIGHT = 500;
    private static final int LONG = 22;
    private static final Look ROW = Look.BODY.indented().ruled(Look.Rule.HAIR);

    private ContentsSheet() {}

    static SheetPlan plan(Context context, Sheet sheet) {
        List<Sheet> others = context.definition().sheets().stream()
                .filter(other -> !other.equals(sheet))
                .toList();
        ShownTable table = table(context, sheet, others);
        List<Integer> widths = new ArrayList<>(context.shape().widths(table));
        boolean portrait = others.size() > LONG;
        widths.set(2, portrait ? WIDEST_UPRIGHT : WIDEST);
        SheetBuilder draft = new SheetBuilder(context.sheetName(sheet), widths, portrait);
        draft.add(SheetRow.of(27, SheetCell.text(table.title(), Titles.SHEET)));
        draft.add(SheetRow.of(17, SheetCell.text(Titles.subtitle(context), Titles.QUIET)));
        draft.gap(8);
        int header = draft.add(new TableRows(context.shape(), context.cells()).header(table, widths));
        for (int i = 0; i < others.size(); i++) {
            draft.add(row(context, i + 1, others.get(i), widths));
        }
        draft.table(sheet.id(), new Block(header, draft.nextRow() - 1, 0, widths.size() - 1));
        return draft.plan(Optional.of(header), 0, 0, false);
    }

    private static ShownTable table(Context context, Sheet sheet, List<Sheet> others) {
        Localizer speech = context.speech();
        List<List<String>> rows = new ArrayList<>();
        others.forEach(other -> rows.add(List.of("00", context.sheetName(other), "")));
        return WordTable.of(
                sheet.id(),
                speech.say(sheet.title()),
                List.of(speech.word("contents.number"), speech.word("contents.sheet"), speech.word("contents.shows")),
                rows);
    }

    private static SheetRow row(Context context, int number, Sheet sheet, List<Integer> widths) {
        boolean here = context.sheets().contains(sheet);
        String shows = here ? shows(context, sheet) : inData(context, sheet);
        int lines = context.shape().lines(shows, widths.get(2));
        return SheetRow.of(
                lines * TableRows.LINE_POINTS + 7,
                SheetCell.number(
                        BigDecimal.valueOf(number), ROW.coloured(Palette.QUIET).aligned(Look.Align.LEFT)),
                here
                        ? SheetCell.link(
                                context.sheetName(sheet),
                                ROW.coloured(Palette.BLUE).strong(),
                                context.sheetName(sheet))
                        : SheetCell.text(context.sheetName(sheet), ROW),
                SheetCell.text(shows, ROW.wrapping()));
    }

    private static String inData(Context context, Sheet sheet) {
        String file = context.request().dataFile().orElseThrow();
        return context.speech().word("contents.in-data", shows(context, sheet), file);
    }

    private static String shows(Context context, Sheet sheet) {
        Localizer speech = context.speech();
        List<String> parts = new ArrayList<>();
        if (sheet.kind() == SheetKind.PRINTED) {
            sheet.blocks().stream()
                    .skip(1)
                    .forEach(
                            block -> parts.add(speech.say(context.printed(block).title())));
        } else if (sheet.kind() != SheetKind.LEADERS) {
            sheet.blocks().stream()
                    .filter(context::isTable)
                    .forEach(block -> parts.add(context.table(block).title()));
        }
        switch (sheet.kind()) {
            case COVER -> parts.add(speech.word("cover.provenance"));
            case LEADERS -> parts.addAll(List.of(speech.word("leaders.figures"), speech.word("leaders.points")));
            case NOTES ->
                parts.addAll(List.of(
                        speech.word("notes.reading"), speech.word("notes.tables"), speech.word("notes.definitions")));
            case CONTENTS, PAGE, TIDY, PRINTED -> {}
        }
        return String.join(speech.word("contents.between"), parts);
    }
}
