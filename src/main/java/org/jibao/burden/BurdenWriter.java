package org.jibao.burden;

import java.io.IOException;
import org.jibao.finding.Language;
import org.jibao.run.Failures;
import org.jibao.run.ProgramVersion;
import org.jibao.workbook.TextWidth;
import org.jibao.workbook.Typefaces;
import org.jibao.workbook.WorkbookFile;
import org.jibao.workbook.WorkbookFile.WorkbookPlan;

/** Writes a burden report as a workbook of two sheets. */
public final class BurdenWriter {

    private BurdenWriter() {}

    /** The whole file; the same report gives the same bytes. */
    public static byte[] workbook(BurdenReport report, Language language) {
        try {
            BurdenSheets sheets = new BurdenSheets(
                    report, language, TextWidth.of(Typefaces.load().typeface()));
            return WorkbookFile.bytes(new WorkbookPlan(
                    sheets.word("burden.title"),
                    "Jibao " + ProgramVersion.current(),
                    report.asOf(),
                    language.tag(),
                    WorkbookPlan.pageNumbers().in(language),
                    sheets.plans()));
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }
}
