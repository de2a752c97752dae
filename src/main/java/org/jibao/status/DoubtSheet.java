package org.jibao.status;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.status.OpenWork.Unlikely;
import org.jibao.summary.SheetBuilder;
import org.jibao.summary.Titles;
import org.jibao.workbook.Block;
import org.jibao.workbook.Look;
import org.jibao.workbook.Look.Align;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;
import org.jibao.workbook.TextWidth;

/** The second sheet of a chase list: figures to ask units about, one a row, with room to write down the answer. */
final class DoubtSheet {

    private static final Look VALUE = ChaseSheet.PLAIN.strong();

    private final ChaseRequest request;
    private final ChaseText text;
    private final TextWidth measure;
    private final List<Column> columns;

    DoubtSheet(ChaseRequest request, TextWidth measure) {
        this.request = request;
        this.text = new ChaseText(request);
        this.measure = measure;
        this.columns = columns();
    }

    private interface Content {
        SheetCell of(Unlikely one, int number);
    }

    private record Column(String title, int width, Content content) {}

    private List<Column> columns() {
        List<Column> all = new ArrayList<>();
        all.add(new Column(
                text.word("chase.number"),
                52,
                (one, number) -> SheetCell.number(BigDecimal.valueOf(number), ChaseSheet.PLAIN.aligned(Align.CENTER))));
        all.add(new Column(text.word("chase.unit"), 160, (one, number) -> plain(one.name() + "\n" + one.unit())));
        all.add(new Column(
                text.word("chase.contact"), 160, (one, number) -> plain(text.contact(one.unit(), one.contact()))));
        all.add(new Column(
                text.word("doubt.cell"), 120, (one, number) -> plain(one.place().toString())));
        all.add(new Column(text.word("doubt.label"), 240, (one, number) -> plain(text.say(one.label()))));
        all.add(new Column(text.word("doubt.value"), 96, (one, number) -> SheetCell.text(one.raw(), VALUE)));
        all.add(new Column(text.word("doubt.expected"), 140, (one, number) -> plain(text.say(one.range()))));
        all.add(new Column(text.word("doubt.slip"), 200, (one, number) -> plain(text.say(one.slipWords()))));
        if (request.open().unlikely().stream().anyMatch(one -> one.effect() != null)) {
            all.add(new Column(text.word("chase.effect"), 120, (one, number) -> plain(text.effect(one.effect()))));
        }
        all.add(new Column(text.word("doubt.answer"), 150, (one, number) -> SheetCell.blank(ChaseSheet.PLAIN)));
        return List.copyOf(all);
    }

    private static SheetCell plain(String words) {
        return SheetCell.text(words, ChaseSheet.PLAIN);
    }

    SheetPlan plan() {
        List<Unlikely> unlikely = request.open().unlikely();
        List<Integer> widths = columns.stream().map(Column::width).toList();
        SheetBuilder draft = new SheetBuilder(text.word("doubt.title"), widths, false);
        int last = widths.size() - 1;
        draft.across(
                SheetCell.text(
                        text.say(request.job().title()) + "  " + text.word("doubt.title") + "  ·  "
                                + text.say(request.period().label()),
                        Titles.SHEET),
                28,
                last);
        String what = text.word("doubt.what", unlikely.size());
        int lines = measure.lines(what, ChaseSheet.HEADLINE, draft.width() - ChaseSheet.PADDING);
        draft.across(
                SheetCell.text(what, Look.BODY.sized(ChaseSheet.HEADLINE).wrapping()),
                lines * (ChaseSheet.LINE_POINTS + 2) + 3,
                last);
        draft.gap(8);
        SheetRow header = row(columns.stream()
                .map(column -> SheetCell.text(column.title(), ChaseSheet.HEADER))
                .toList());
        int at = draft.add(header);
        for (int i = 0; i < unlikely.size(); i++) {
            List<SheetCell> cells = new ArrayList<>();
            for (Column column : columns) {
                cells.add(column.content().of(unlikely.get(i), i + 1));
            }
            draft.addBelow(header, row(cells));
        }
        draft.table("figures_to_ask_about", new Block(at, at + unlikely.size(), 0, last));
        return draft.plan(Optional.of(at), at + 1, 2, false);
    }

    private SheetRow row(List<SheetCell> cells) {
        return ChaseSheet.row(cells, columns.stream().map(Column::width).toList(), measure);
    }
}
