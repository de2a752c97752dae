package org.jibao.status;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.finding.Language;
import org.jibao.summary.SummaryWords;
import org.jibao.workbook.TextWidth;
import org.jibao.workbook.Typefaces;
import org.jibao.workbook.WorkbookFile;
import org.jibao.workbook.WorkbookPlan;

/** Writes the list by which an officer calls the units that owe a return (催报单), in one language. */
public final class ChaseWriter {

    /**
     * Writes the workbook; the same request gives the same bytes.
     *
     * @param target is replaced; give a temporary name and move it into place
     */
    public void write(ChaseRequest request, Path target) throws IOException {
        TextWidth measure = TextWidth.of(Typefaces.load().typeface());
        String title = ChaseWords.TITLE.in(request.language()) + " "
                + request.period().label().in(request.language());
        WorkbookFile.write(
                new WorkbookPlan(
                        title,
                        "Jibao " + request.version(),
                        request.day().atStartOfDay(request.job().zone()).toInstant(),
                        request.language() == Language.ZH ? "zh-CN" : "en",
                        SummaryWords.FOOTER.in(request.language()),
                        List.of(new ChaseSheet(request, measure).plan())),
                target);
    }
}
