package org.jibao.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.Typeface;
import org.jibao.workbook.Typefaces;
import org.jibao.workbook.WorkbookFile;
import org.jibao.workbook.WorkbookPlan;

/** Writes the summary workbook of one period in one language. */
public final class SummaryWriter {

    /**
     * Writes the workbook; the same request gives the same bytes.
     *
     * @param target is replaced; give a temporary name and move it into place
     * @return what the operator must know about the machine, such as a missing typeface; empty when all is well
     */
    public List<Text> write(SummaryRequest request, Path target) throws IOException {
        Typefaces typefaces = Typefaces.load();
        WorkbookFile.write(new WorkbookComposer(request, typefaces.typeface()).compose(), target);
        return typefaces.warnings();
    }

    /** Lays out every sheet that {@code summary.yaml} asks for. */
    static final class WorkbookComposer {
        private final Context context;

        WorkbookComposer(SummaryRequest request, Optional<Typeface> typeface) {
            context = new Context(request, typeface);
        }

        WorkbookPlan compose() {
            SummaryRequest request = context.request();
            Localizer speech = context.speech();
            return new WorkbookPlan(
                    speech.say(request.job().title()) + " "
                            + speech.say(request.period().label()),
                    "Jibao " + request.version(),
                    request.asOf(),
                    request.language() == Language.ZH ? "zh-CN" : "en",
                    speech.say(SummaryWords.FOOTER),
                    context.definition().sheets().stream().map(this::sheet).toList());
        }

        private SheetPlan sheet(Sheet sheet) {
            return switch (sheet.kind()) {
                case COVER -> CoverSheet.plan(context, sheet);
                case CONTENTS -> ContentsSheet.plan(context, sheet);
                case LEADERS -> new LeadersSheet(context, sheet).plan();
                case PAGE -> new PageSheet(context, sheet).plan();
                case NOTES -> NotesSheet.plan(context, sheet);
                case PRINTED -> new PrintedSheet(context, sheet).plan();
                case TIDY -> TidySheet.plan(context, sheet);
            };
        }
    }
}
