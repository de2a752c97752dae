package org.jibao.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryFile;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.Typefaces;
import org.jibao.workbook.Typefaces.Typeface;
import org.jibao.workbook.WorkbookFile;
import org.jibao.workbook.WorkbookFile.WorkbookPlan;

/** Writes the workbooks of one period's summary: in each language, and that of the data. */
public final class SummaryWriter {

    /**
     * Writes the workbook in one language; the same request gives the same bytes.
     *
     * @param target is replaced; give a temporary name and move it into place
     * @return what the operator must know about the machine, such as a missing typeface; empty when all is well
     */
    public List<Text> write(SummaryRequest request, Path target) throws IOException {
        Typefaces typefaces = Typefaces.load();
        WorkbookFile.write(new WorkbookComposer(request, typefaces.typeface(), TidySheet.MOST_ROWS).compose(), target);
        return typefaces.warnings();
    }

    /**
     * Writes the workbook of the sheets for programs, in all languages of the job at once.
     *
     * @param request in the language that comes first
     * @param target is replaced, as in {@link #write}
     */
    public void writeData(SummaryRequest request, Path target) throws IOException {
        Context context = Context.ofData(request, Typefaces.load().typeface());
        WorkbookFile.write(new WorkbookComposer(context, TidySheet.MOST_ROWS).compose(), target);
    }

    /** Whether the sheets for programs have their own workbook: they are too long for the summary's, or it is not made. */
    public static boolean hasDataApart(JobDefinition job, Map<String, MetricTable> tables) {
        List<SummaryFile> files = job.delivery().files();
        return files.contains(SummaryFile.DATA)
                && hasData(job.summary())
                && (!files.contains(SummaryFile.WORKBOOK) || TidySheet.areTooLong(job.summary(), tables));
    }

    /** Whether there are sheets for programs. */
    public static boolean hasData(SummaryDefinition summary) {
        return summary.sheets().stream().anyMatch(sheet -> sheet.kind() == SheetKind.TIDY);
    }

    /** Lays out every sheet that {@code summary.yaml} asks for. */
    static final class WorkbookComposer {
        private final Context context;
        private final int mostRows;

        /** @param mostRows of a table for machines on one sheet; the rest goes on further sheets */
        WorkbookComposer(SummaryRequest request, Optional<Typeface> typeface, int mostRows) {
            this(new Context(request, typeface), mostRows);
        }

        WorkbookComposer(Context context, int mostRows) {
            this.context = context;
            this.mostRows = mostRows;
        }

        WorkbookPlan compose() {
            SummaryRequest request = context.request();
            return new WorkbookPlan(
                    context.inEach(speech -> speech.say(request.job().title()) + " "
                            + speech.say(request.period().label())),
                    "Jibao " + request.version(),
                    request.asOf(),
                    request.language().tag(),
                    WorkbookPlan.pageNumbers().in(request.language()),
                    sheets());
        }

        /** Each made when it is asked for, so that only one is held. */
        private Iterable<SheetPlan> sheets() {
            return () -> context.sheets().stream().flatMap(this::sheets).iterator();
        }

        private Stream<SheetPlan> sheets(Sheet sheet) {
            return sheet.kind() == SheetKind.TIDY
                    ? new TidySheet(context, sheet, mostRows).plans().stream()
                    : Stream.of(sheet(sheet));
        }

        private SheetPlan sheet(Sheet sheet) {
            return switch (sheet.kind()) {
                case COVER -> CoverSheet.plan(context, sheet);
                case CONTENTS -> ContentsSheet.plan(context, sheet);
                case LEADERS -> new LeadersSheet(context, sheet).plan();
                case PAGE -> new PageSheet(context, sheet).plan();
                case NOTES -> NotesSheet.plan(context, sheet);
                case PRINTED -> new PrintedSheet(context, sheet).plan();
                case TIDY -> throw new IllegalStateException("may be several sheets");
            };
        }
    }

    /** Title, period and as-of time; how many units the figures speak for; and from what the file was made. */
    static final class CoverSheet {
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
            double size = Math.min(
                    LARGEST_TITLE, (draft.width() - 40) / context.measure().pixels(title, 1));
            Look words = BAND.sized(Math.floor(size)).strong().standing(Look.Upright.BOTTOM);
            draft.across(SheetCell.text(title, words), 80, last);
            draft.across(SheetCell.text(speech.say(context.request().period().label()), BAND.sized(16)), 32, last);
            draft.across(
                    SheetCell.text(
                            speech.word(context.isFinal() ? "titles.final" : "titles.as-of", speech.asOf()),
                            BAND.sized(11).coloured(PALE)),
                    24,
                    last);
            draft.across(SheetCell.blank(BAND), 28, last);
            draft.gap(24);
        }

        private static void provenance(SheetBuilder draft, Context context) {
            SummaryRequest request = context.request();
            Localizer speech = context.speech();
            List<List<String>> lines = new ArrayList<>();
            request.dataFile().ifPresent(file -> lines.add(List.of(speech.word("cover.data"), file)));
            lines.add(List.of(speech.word("cover.program"), "Jibao " + request.version()));
            lines.add(List.of(
                    speech.word("cover.job"),
                    request.job().id() + " " + request.job().version()));
            lines.add(List.of(speech.word("cover.job-digest"), request.job().digest()));
            lines.add(List.of(speech.word("cover.store-digest"), request.storeDigest()));
            new Listing(context, draft).add(speech.word("cover.provenance"), lines);
            draft.gap(4);
            draft.across(
                    SheetCell.text(speech.word("cover.same"), Titles.QUIET),
                    16,
                    draft.widths().size() - 1);
        }
    }
}
