package org.jibao.summary;

import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;

/** The head of a sheet: its title, and a line that says of when it is and leads back to the contents. */
public final class Titles {
    public static final Look SHEET = Look.BODY.strong().sized(16);
    static final Look TABLE = Look.BODY.strong().sized(12).coloured(Palette.BLUE);
    static final Look QUIET = Look.BODY.sized(9).coloured(Palette.QUIET);

    private Titles() {}

    static void add(SheetBuilder draft, Context context, Sheet sheet) {
        draft.add(SheetRow.of(27, SheetCell.text(context.speech().say(sheet.title()), SHEET)));
        draft.add(SheetRow.of(17, backLink(context)));
        draft.gap(8);
    }

    static SheetCell backLink(Context context) {
        String when = context.inEach(speech -> subtitle(context, speech));
        return context.sheet(SheetKind.CONTENTS)
                .map(contents -> SheetCell.link(
                        context.speech().word("titles.back") + "   ·   " + when,
                        QUIET.coloured(Palette.BLUE),
                        context.sheetName(contents)))
                .orElseGet(() -> SheetCell.text(when, QUIET));
    }

    /** {@code 政务公开季度报表 · 2026年第三季度 · 截至 2026-10-20 09:00}. */
    static String subtitle(Context context) {
        return subtitle(context, context.speech());
    }

    private static String subtitle(Context context, Localizer speech) {
        return String.join(
                " · ",
                speech.say(context.request().job().title()),
                speech.say(context.request().period().label()),
                speech.word("titles.as-of", speech.asOf()));
    }
}
