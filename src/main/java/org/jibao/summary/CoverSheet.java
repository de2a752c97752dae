package org.jibao.summary;

import java.util.List;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.summary.look.Palette;
import org.jibao.summary.sheet.Look;
import org.jibao.summary.sheet.SheetCell;
import org.jibao.summary.sheet.SheetPlan;
import org.jibao.summary.sheet.SheetRow;

/** Title, period and as-of time; how many units the figures speak for; and from what the file was made. */
final class CoverSheet {
    private static final int DARK = Palette.PARTS.get(0);
    private static final int WIDTH = 900;
    private static final Look BAND = Look.BODY.filled(DARK).coloured(Palette.PAPER);

    private CoverSheet() {}

    static SheetPlan plan(Context context, Sheet sheet) {
        ShownTable provenance = provenance(context);
        Draft draft = new Draft(context.sheetName(sheet), widths(context, sheet, provenance), false);
        band(draft, context);
        TablePart tables = new TablePart(context, draft);
        sheet.blocks().forEach(block -> {
            tables.add(context.table(block));
            draft.gap(18);
        });
        tables.add(provenance);
        draft.gap(6);
        draft.across(
                SheetCell.text(context.speech().say(Words.SAME), Titles.QUIET),
                16,
                draft.widths().size() - 1);
        return draft.plan(java.util.Optional.empty(), 0, 0, true);
    }

    private static void band(Draft draft, Context context) {
        Speech speech = context.speech();
        int last = draft.widths().size() - 1;
        String indent = "   ";
        draft.across(SheetCell.blank(BAND), 36, last);
        draft.across(
                SheetCell.text(
                        indent + speech.say(context.request().job().title()),
                        BAND.sized(26).strong()),
                46,
                last);
        draft.across(
                SheetCell.text(indent + speech.say(context.request().period().label()), BAND.sized(16)), 32, last);
        draft.across(
                SheetCell.text(
                        indent + "  " + speech.say(Words.AS_OF, speech.asOf()),
                        BAND.sized(11).coloured(Palette.PARTS.get(2))),
                26,
                last);
        draft.across(SheetCell.blank(BAND), 30, last);
        draft.add(SheetRow.empty(24));
    }

    private static ShownTable provenance(Context context) {
        SummaryRequest request = context.request();
        Speech speech = context.speech();
        return TextTable.of(
                "provenance",
                speech.say(Words.PROVENANCE),
                List.of(speech.say(Words.ITEM), speech.say(Words.VALUE)),
                List.of(
                        List.of(speech.say(Words.PROGRAM), "Jibao " + request.version()),
                        List.of(
                                speech.say(Words.JOB),
                                request.job().id() + " " + request.job().version()),
                        List.of(speech.say(Words.JOB_DIGEST), request.job().digest()),
                        List.of(speech.say(Words.STORE_DIGEST), request.storeDigest())));
    }

    private static List<Integer> widths(Context context, Sheet sheet, ShownTable provenance) {
        List<ShownTable> tables = new java.util.ArrayList<>();
        sheet.blocks().forEach(block -> tables.add(context.table(block)));
        tables.add(provenance);
        return Widths.fill(Widths.widest(context.shape(), tables), WIDTH);
    }
}
