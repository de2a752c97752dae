package org.jibao.summary;

import java.util.List;
import java.util.Optional;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;

/** Title, period and as-of time; how many units the figures speak for; and from what the file was made. */
final class CoverSheet {
    private static final int DARK = Palette.PARTS.get(0);
    private static final int PALE = Palette.PARTS.get(2);
    private static final int WIDTH = 900;
    private static final double LARGEST_TITLE = 26;
    private static final Look BAND = Look.BODY.indented().filled(DARK).coloured(Palette.PAPER);

    private CoverSheet() {}

    static SheetPlan plan(Context context, Sheet sheet) {
        List<ShownTable> shown = sheet.blocks().stream().map(context::table).toList();
        List<Integer> widths = Widths.fill(Widths.widest(context.shape(), shown), WIDTH);
        SheetBuilder draft = new SheetBuilder(context.sheetName(sheet), widths, false);
        band(draft, context);
        TablePart tables = new TablePart(context, draft);
        shown.forEach(table -> {
            tables.add(table);
            draft.gap(18);
        });
        provenance(draft, context);
        return draft.plan(Optional.empty(), 0, 0, true);
    }

    private static void band(SheetBuilder draft, Context context) {
        Localizer speech = context.speech();
        int last = draft.widths().size() - 1;
        String title = speech.say(context.request().job().title());
        double size =
                Math.min(LARGEST_TITLE, (draft.width() - 40) / context.measure().pixels(title, 1));
        draft.across(SheetCell.blank(BAND), 34, last);
        draft.across(SheetCell.text(title, BAND.sized(Math.floor(size)).strong()), 46, last);
        draft.across(SheetCell.text(speech.say(context.request().period().label()), BAND.sized(16)), 32, last);
        draft.across(
                SheetCell.text(
                        speech.say(context.isFinal() ? SummaryWords.FINAL_AS_OF : SummaryWords.AS_OF, speech.asOf()),
                        BAND.sized(11).coloured(PALE)),
                24,
                last);
        draft.across(SheetCell.blank(BAND), 28, last);
        draft.gap(24);
    }

    private static void provenance(SheetBuilder draft, Context context) {
        SummaryRequest request = context.request();
        Localizer speech = context.speech();
        new Listing(context, draft)
                .add(
                        SummaryWords.PROVENANCE,
                        SummaryWords.ITEM,
                        SummaryWords.VALUE,
                        List.of(
                                List.of(speech.say(SummaryWords.PROGRAM), "Jibao " + request.version()),
                                List.of(
                                        speech.say(SummaryWords.JOB),
                                        request.job().id() + " " + request.job().version()),
                                List.of(
                                        speech.say(SummaryWords.JOB_DIGEST),
                                        request.job().digest()),
                                List.of(speech.say(SummaryWords.STORE_DIGEST), request.storeDigest())));
        draft.gap(4);
        draft.across(
                SheetCell.text(speech.say(SummaryWords.SAME), Titles.QUIET),
                16,
                draft.widths().size() - 1);
    }
}
