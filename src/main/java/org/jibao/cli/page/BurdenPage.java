package org.jibao.cli.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.burden.BurdenReport;
import org.jibao.burden.BurdenReport.Category;
import org.jibao.burden.BurdenReport.Cell;
import org.jibao.burden.BurdenReport.KindLine;
import org.jibao.burden.BurdenReport.Line;

/**
 * A burden report as text: how much there is of each category, the first cells of each, and what each kind of unit is
 * asked.
 */
public final class BurdenPage {

    /** Rows of cells of one category; the workbook and JSON have all. */
    private static final int MOST = 5;

    private final Screen screen;

    public BurdenPage(Screen screen) {
        this.screen = screen;
    }

    public String of(BurdenReport report) {
        StringBuilder text = new StringBuilder();
        report.jobs().forEach(job -> text.append(
                        screen.say("burden.job", screen.say(job.title()), job.returns(), job.units(), job.periods()))
                .append('\n'));
        report.leftOut()
                .forEach(job -> text.append(screen.say("burden.left-out", job)).append('\n'));
        text.append(
                        report.lines().isEmpty()
                                ? screen.say("burden.nothing")
                                : screen.say("burden.found", report.cells()))
                .append('\n')
                .append(screen.say(BurdenReport.least()))
                .append('\n');
        if (report.unmatched() > 0) {
            text.append(screen.say("burden.unmatched", report.unmatched())).append('\n');
        }
        for (Category category : Category.values()) {
            text.append(category(category, report.of(category)));
        }
        return text.append(kinds(report)).toString();
    }

    private String category(Category category, List<Line> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n")
                .append(screen.say("burden.category", screen.say(BurdenReport.title(category)), lines.size()))
                .append('\n');
        Collection<List<Line>> rows = rows(lines);
        int shown = 0;
        for (List<Line> row : rows.stream().limit(MOST).toList()) {
            text.append(row(row));
            shown += row.size();
        }
        if (lines.size() > shown) {
            text.append("  ")
                    .append(screen.say("burden.more", lines.size() - shown))
                    .append('\n');
        }
        return text.toString();
    }

    /** Cells of one row that rest on the same, in the order of the first of each. */
    private static Collection<List<Line>> rows(List<Line> lines) {
        Map<List<Object>, List<Line>> rows = new LinkedHashMap<>();
        for (Line line : lines) {
            Cell cell = line.cell();
            List<Object> key = List.of(cell.job(), cell.form(), cell.row(), line.basis(), line.filling());
            rows.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
        }
        return rows.values();
    }

    private String row(List<Line> row) {
        Line first = row.get(0);
        Cell cell = first.cell();
        StringBuilder text = new StringBuilder("  ")
                .append(screen.say("burden.cell", cell.jobTitle(), cell.form(), cell.row(), cell.column()));
        if (row.size() > 1) {
            text.append(screen.say("burden.columns", row.size() - 1));
        }
        text.append('\n');
        String from = screen.say(first.from());
        if (!from.isEmpty()) {
            text.append("    ← ").append(from).append('\n');
        }
        return text.append("    ").append(screen.say(first.why())).append('\n').toString();
    }

    private String kinds(BurdenReport report) {
        TextTable table = new TextTable(
                screen.say("table.unit-kind"),
                screen.say("table.units"),
                screen.say("table.cells-period"),
                screen.say("table.cells-year"),
                screen.say("table.prefilled"),
                screen.say("table.computed"),
                screen.say("table.locked"),
                screen.say("table.by-hand"),
                screen.say("table.table-columns"),
                screen.say("table.return"));
        for (KindLine total : report.totals()) {
            report.kinds().stream()
                    .filter(line -> line.kind().equals(total.kind()))
                    .forEach(line -> row(table, line));
            if (total.job().isEmpty()) {
                row(table, total);
            }
        }
        return table.isEmpty() ? "" : "\n" + table.render();
    }

    private void row(TextTable table, KindLine line) {
        table.row(
                screen.say(line.label()),
                line.units(),
                line.everyPeriod() == null ? "—" : line.everyPeriod().cells(),
                line.year().cells(),
                line.year().brought(),
                line.year().computed(),
                line.year().locked(),
                line.year().byHand(),
                line.columns(),
                line.job().isEmpty() ? screen.say(line.jobTitle()) : line.job());
    }
}
