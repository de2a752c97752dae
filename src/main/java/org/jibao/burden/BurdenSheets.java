package org.jibao.burden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.burden.BurdenReport.Asked;
import org.jibao.burden.BurdenReport.KindLine;
import org.jibao.burden.BurdenReport.Line;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.summary.SheetBuilder;
import org.jibao.summary.Titles;
import org.jibao.workbook.Block;
import org.jibao.workbook.Look;
import org.jibao.workbook.Look.Align;
import org.jibao.workbook.Look.Rule;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;
import org.jibao.workbook.TextWidth;

/** The two sheets of a burden report: the cells that need not be asked, and how many each kind of unit is asked. */
final class BurdenSheets {

    private static final Wording WORDS = Wording.of(BurdenSheets.class);

    private static final double LINE_POINTS = 15;
    private static final double PADDING_POINTS = 6;
    private static final int PADDING = 24;
    private static final double BODY = 10;
    private static final Look HEADER =
            Look.BODY.strong().filled(Palette.HEADER).wrapping().indented().ruled(Rule.STRONG);
    private static final Look PLAIN = Look.BODY.indented().wrapping().ruled(Rule.HAIR);
    private static final Look COUNT =
            Look.BODY.aligned(Align.RIGHT).indented().ruled(Rule.HAIR).patterned("#,##0");
    private static final Look SHARE = COUNT.patterned("0.0%");
    private static final Look CATEGORY = PLAIN.strong().coloured(Palette.BLUE);
    private static final Look TOTAL = COUNT.strong();

    private static final List<Integer> LINE_WIDTHS = List.of(100, 120, 130, 170, 110, 220, 90, 64, 210);
    private static final List<Integer> KIND_WIDTHS = List.of(130, 210, 70, 90, 80, 100, 80, 90, 100, 100, 90);

    private final BurdenReport report;
    private final Language language;
    private final TextWidth measure;

    BurdenSheets(BurdenReport report, Language language, TextWidth measure) {
        this.report = report;
        this.language = language;
        this.measure = measure;
    }

    List<SheetPlan> plans() {
        return List.of(cells(), kinds());
    }

    String word(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }

    private String say(Text text) {
        return text.in(language);
    }

    private List<String> sentences() {
        List<String> all = new ArrayList<>();
        all.add(
                report.lines().isEmpty()
                        ? word("burden.found-none")
                        : word("burden.found", report.cells(), report.jobs().size(), report.periods()));
        all.add(word(
                "burden.looked",
                report.jobs().stream()
                        .map(job -> word("burden.job", job.title(), job.returns(), job.units(), job.periods()))
                        .collect(Collectors.joining(word("burden.list")))));
        all.add(say(BurdenReport.least()));
        if (!report.leftOut().isEmpty()) {
            all.add(word("burden.left-out", String.join(", ", report.leftOut())));
        }
        if (report.unmatched() > 0) {
            all.add(word("burden.unmatched", report.unmatched()));
        }
        return all;
    }

    private SheetPlan cells() {
        SheetBuilder sheet = begun(word("burden.title"), LINE_WIDTHS, sentences());
        if (report.lines().isEmpty()) {
            return sheet.plan(Optional.empty(), 0, 0, true);
        }
        SheetRow header = header(
                LINE_WIDTHS,
                word("burden.why"),
                word("burden.return"),
                word("burden.form"),
                word("burden.row"),
                word("burden.column"),
                word("burden.known"),
                word("burden.in-blank"),
                word("burden.share"),
                word("burden.rests"));
        int at = sheet.add(header);
        for (Line line : report.lines()) {
            sheet.addBelow(header, row(LINE_WIDTHS, cells(line)));
        }
        sheet.table("burden_cells", new Block(at, at + report.lines().size(), 0, LINE_WIDTHS.size() - 1));
        return sheet.plan(Optional.of(at), at + 1, 0, false);
    }

    private List<SheetCell> cells(Line line) {
        return List.of(
                SheetCell.text(say(BurdenReport.title(line.category())), CATEGORY),
                plain(line.cell().jobTitle()),
                plain(line.cell().form()),
                plain(line.cell().row()),
                plain(line.cell().column()),
                plain(line.from()),
                plain(line.filled()),
                line.of() == 0
                        ? SheetCell.text("—", PLAIN.aligned(Align.RIGHT))
                        : SheetCell.number(BigDecimal.valueOf(line.share()), SHARE),
                plain(line.why()));
    }

    private SheetPlan kinds() {
        SheetBuilder sheet = begun(word("burden.by-unit"), KIND_WIDTHS, List.of(word("burden.columns-note")));
        if (report.kinds().isEmpty()) {
            sheet.across(SheetCell.text(word("burden.no-kinds"), Look.BODY), 20, KIND_WIDTHS.size() - 1);
            return sheet.plan(Optional.empty(), 0, 0, true);
        }
        SheetRow header = header(
                KIND_WIDTHS,
                word("burden.kind"),
                word("burden.return"),
                word("burden.units"),
                word("burden.each-period"),
                word("burden.periods"),
                word("burden.each-year"),
                word("burden.brought-column"),
                word("burden.computed-column"),
                word("burden.locked-column"),
                word("burden.hand-column"),
                word("burden.tables-column"));
        int at = sheet.add(header);
        int rows = 0;
        for (KindLine total : report.totals()) {
            for (KindLine line : report.kinds()) {
                if (line.kind().equals(total.kind())) {
                    sheet.addBelow(header, row(KIND_WIDTHS, cells(line, COUNT)));
                    rows++;
                }
            }
            if (total.job().isEmpty()) {
                sheet.addBelow(header, row(KIND_WIDTHS, cells(total, TOTAL)));
                rows++;
            }
        }
        sheet.table("burden_units", new Block(at, at + rows, 0, KIND_WIDTHS.size() - 1));
        return sheet.plan(Optional.of(at), at + 1, 1, false);
    }

    private List<SheetCell> cells(KindLine line, Look look) {
        Asked year = line.year();
        Look words = look.bold() ? PLAIN.strong() : PLAIN;
        return List.of(
                SheetCell.text(say(line.label()), words),
                SheetCell.text(say(line.jobTitle()), words),
                count(line.units(), look),
                line.everyPeriod() == null
                        ? SheetCell.text("—", words.aligned(Align.RIGHT))
                        : count(line.everyPeriod().cells(), look),
                line.period() == null
                        ? SheetCell.text("—", words.aligned(Align.RIGHT))
                        : count(line.period().perYear(), look),
                count(year.cells(), look),
                count(year.brought(), look),
                count(year.computed(), look),
                count(year.locked(), look),
                count(year.byHand(), look),
                count(line.columns(), look));
    }

    private SheetBuilder begun(String title, List<Integer> widths, List<String> sentences) {
        SheetBuilder sheet = new SheetBuilder(title, widths, false);
        int last = widths.size() - 1;
        sheet.across(SheetCell.text(title, Titles.SHEET), 28, last);
        for (String sentence : sentences) {
            int lines = measure.lines(sentence, BODY, sheet.width() - PADDING);
            sheet.across(SheetCell.text(sentence, Look.BODY.wrapping()), lines * LINE_POINTS + 4, last);
        }
        sheet.gap(8);
        return sheet;
    }

    private SheetRow header(List<Integer> widths, String... titles) {
        List<SheetCell> cells = new ArrayList<>();
        for (String title : titles) {
            cells.add(SheetCell.text(title, HEADER));
        }
        return row(widths, cells);
    }

    private SheetRow row(List<Integer> widths, List<SheetCell> cells) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).value() instanceof String words) {
                lines = Math.max(lines, measure.lines(words, BODY, widths.get(i) - PADDING));
            }
        }
        return new SheetRow(lines * LINE_POINTS + PADDING_POINTS, cells);
    }

    private SheetCell plain(Text text) {
        return SheetCell.text(say(text), PLAIN);
    }

    private static SheetCell count(long number, Look look) {
        return SheetCell.number(BigDecimal.valueOf(number), look);
    }
}
