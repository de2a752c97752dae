package org.jibao.status;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.ChaseList.State;
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
import org.jibao.workbook.Typefaces;
import org.jibao.workbook.WorkbookFile;
import org.jibao.workbook.WorkbookFile.WorkbookPlan;

/**
 * The first sheet of a chase list: sentences for the officer, then one row a unit, with room to write down the answer.
 */
public final class ChaseSheet {

    static final double LINE_POINTS = 15;
    private static final double PADDING_POINTS = 8;
    static final int PADDING = 24;
    private static final double BODY = 10;
    static final double HEADLINE = 11;
    static final Look HEADER =
            Look.BODY.strong().filled(Palette.HEADER).wrapping().indented().ruled(Rule.STRONG);
    static final Look PLAIN = Look.BODY.indented().wrapping().ruled(Rule.HAIR);

    private final ChaseRequest request;
    private final ChaseText text;
    private final TextWidth measure;
    private final List<Column> columns;

    ChaseSheet(ChaseRequest request, TextWidth measure) {
        this.request = request;
        this.text = new ChaseText(request);
        this.measure = measure;
        this.columns = columns();
    }

    private interface Content {
        SheetCell of(Line line, int number);
    }

    private record Column(String title, int width, Content content) {}

    private List<Column> columns() {
        List<Column> all = new ArrayList<>();
        all.add(new Column(
                text.word("chase.number"),
                52,
                (line, number) -> SheetCell.number(BigDecimal.valueOf(number), PLAIN.aligned(Align.CENTER))));
        all.add(new Column(text.word("chase.unit"), 180, (line, number) -> plain(line.name() + "\n" + line.code())));
        all.add(new Column(
                text.word("chase.state"),
                84,
                (line, number) -> SheetCell.text(text.state(line), stateLook(line.state()))));
        if (request.list().lines().stream().anyMatch(line -> line.effect() != null)) {
            all.add(new Column(text.word("chase.effect"), 116, (line, number) -> plain(text.effect(line.effect()))));
        }
        all.add(new Column(text.word("chase.contact"), 168, (line, number) -> plain(text.contact(line))));
        all.add(new Column(
                text.word("chase.deadline"),
                104,
                (line, number) -> plain(text.say(request.list().deadline().shortWords()))));
        all.add(new Column(text.word("chase.owed"), 380, (line, number) -> plain(text.owed(line))));
        if (request.list().lines().stream().anyMatch(line -> line.slip() != null)) {
            all.add(new Column(text.word("chase.slip"), 130, (line, number) -> slip(line)));
        }
        all.add(new Column(text.word("chase.history"), 130, (line, number) -> plain(text.history(line))));
        all.add(new Column(text.word("chase.record"), 150, (line, number) -> SheetCell.blank(PLAIN)));
        return List.copyOf(all);
    }

    private static SheetCell plain(String words) {
        return SheetCell.text(words, PLAIN);
    }

    private static Look stateLook(State state) {
        return state == State.RETURNED
                ? PLAIN.strong().coloured(Palette.BLUE)
                : PLAIN.strong().coloured(Palette.RUST);
    }

    private SheetCell slip(Line line) {
        if (line.slip() == null) {
            return plain("—");
        }
        String name = line.slip().substring(line.slip().lastIndexOf('/') + 1);
        return SheetCell.file(name, PLAIN.coloured(Palette.BLUE), line.slip());
    }

    SheetPlan plan() {
        List<Integer> widths = columns.stream().map(Column::width).toList();
        SheetBuilder draft = new SheetBuilder(text.word("chase.title"), widths, false);
        int last = widths.size() - 1;
        draft.across(SheetCell.text(title(), Titles.SHEET), 28, last);
        for (String headline : text.headlines()) {
            int lines = measure.lines(headline, HEADLINE, draft.width() - PADDING);
            draft.across(
                    SheetCell.text(headline, Look.BODY.sized(HEADLINE).wrapping()),
                    lines * (LINE_POINTS + 2) + 3,
                    last);
        }
        draft.gap(8);
        if (request.list().lines().isEmpty()) {
            return draft.plan(Optional.empty(), 0, 0, true);
        }
        int header = table(draft);
        return draft.plan(Optional.of(header), header + 1, 2, false);
    }

    private String title() {
        return text.say(request.job().title()) + "  " + text.word("chase.title") + "  ·  "
                + text.say(request.period().label());
    }

    /** The row of the header. */
    private int table(SheetBuilder draft) {
        SheetRow header = row(columns.stream()
                .map(column -> SheetCell.text(column.title(), HEADER))
                .toList());
        int at = draft.add(header);
        int number = 0;
        for (Line line : request.list().lines()) {
            number++;
            List<SheetCell> cells = new ArrayList<>();
            for (Column column : columns) {
                cells.add(column.content().of(line, number));
            }
            draft.addBelow(header, row(cells));
        }
        int last = at + request.list().lines().size();
        draft.table("chase_list", new Block(at, last, 0, columns.size() - 1));
        return at;
    }

    private SheetRow row(List<SheetCell> cells) {
        return row(cells, columns.stream().map(Column::width).toList(), measure);
    }

    /** As high as the longest of its texts in its column. */
    static SheetRow row(List<SheetCell> cells, List<Integer> widths, TextWidth measure) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).value() instanceof String words) {
                lines = Math.max(lines, measure.lines(words, BODY, widths.get(i) - PADDING));
            }
        }
        return new SheetRow(lines * LINE_POINTS + PADDING_POINTS, cells);
    }

    /** Figures to ask about have a sheet where there are any. */
    private static List<SheetPlan> sheets(ChaseRequest request, TextWidth measure) {
        SheetPlan chase = new ChaseSheet(request, measure).plan();
        return request.open().unlikely().isEmpty()
                ? List.of(chase)
                : List.of(chase, new DoubtSheet(request, measure).plan());
    }

    /** Writes the list by which an officer calls the units that owe a return (催报单), in one language. */
    public static final class ChaseWriter {

        /**
         * Writes the workbook; the same request gives the same bytes.
         *
         * @param target is replaced; give a temporary name and move it into place
         */
        public void write(ChaseRequest request, Path target) throws IOException {
            TextWidth measure = TextWidth.of(Typefaces.load().typeface());
            String title = new ChaseText(request).word("chase.title") + " "
                    + request.period().label().in(request.language());
            WorkbookFile.write(
                    new WorkbookPlan(
                            title,
                            "Jibao " + request.version(),
                            request.day().atStartOfDay(request.job().zone()).toInstant(),
                            request.language().tag(),
                            WorkbookPlan.pageNumbers().in(request.language()),
                            sheets(request, measure)),
                    target);
        }
    }
}
