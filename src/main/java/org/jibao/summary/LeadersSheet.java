package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.Picture;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan;
import org.jibao.workbook.SheetRow;

/** One page for leaders: the key figures, the things to know, and the charts two by two. */
public final class LeadersSheet {
    private static final int BETWEEN = 16;
    private static final int LOWEST = 215;
    private static final int HIGHEST = 330;
    private static final double SENTENCE = 11;
    private static final int MARK_COLUMNS = 2;

    private final Context context;
    private final Sheet sheet;
    private final SheetBuilder draft;

    LeadersSheet(Context context, Sheet sheet) {
        this.context = context;
        this.sheet = sheet;
        draft = new SheetBuilder(context.sheetName(sheet), Collections.nCopies(Cards.GRID, Cards.STEP), false);
    }

    SheetPlan plan() {
        Titles.add(draft, context, sheet);
        List<String> tables = sheet.blocks().stream().filter(context::isTable).toList();
        if (!tables.isEmpty()) {
            new Cards(context, draft)
                    .add(KeyFigure.of(
                            context.figures(tables.get(0)), context.speech().language()));
        }
        if (tables.size() > 1) {
            sentences(tables.get(1));
        }
        charts();
        return draft.plan(Optional.empty(), 0, 0, true);
    }

    private void sentences(String id) {
        int number = 1;
        for (String sentence : Headlines.of(context, id)) {
            sentence(number++, sentence);
        }
        draft.gap(7);
    }

    private void sentence(int number, String text) {
        Look mark = Look.BODY.sized(SENTENCE).strong().coloured(Palette.RUST).aligned(Look.Align.CENTER);
        Look words = Look.BODY.sized(SENTENCE).wrapping();
        int width = (Cards.GRID - MARK_COLUMNS) * Cards.STEP - 10;
        int lines = context.measure().lines(text, SENTENCE, width);
        List<SheetCell> cells = new ArrayList<>(Collections.nCopies(Cards.GRID, SheetCell.blank(words)));
        cells.set(0, SheetCell.number(BigDecimal.valueOf(number), mark));
        cells.set(MARK_COLUMNS, SheetCell.text(text, words));
        int row = draft.add(new SheetRow(lines * 17 + 4, cells));
        draft.merge(row, row, 0, MARK_COLUMNS - 1);
        draft.merge(row, row, MARK_COLUMNS, Cards.GRID - 1);
    }

    /** As high as the rest of the page allows, so that all of it fills one page. */
    private void charts() {
        List<ChartPlan> plans = sheet.blocks().stream()
                .filter(block -> !context.isTable(block))
                .map(context::chart)
                .toList();
        if (plans.isEmpty()) {
            return;
        }
        if (context.painter().isEmpty()) {
            ChartPart.withoutFonts(draft, context, plans);
            return;
        }
        int rows = (plans.size() + 1) / 2;
        int room = (int) (draft.leftOnPage() - 12.0 * rows) / rows;
        int height = Math.max(LOWEST, Math.min(HIGHEST, room));
        int width = (draft.width() - BETWEEN) / 2;
        for (int i = 0; i < plans.size(); i += 2) {
            List<Picture> side = plans.subList(i, Math.min(plans.size(), i + 2)).stream()
                    .map(plan -> context.painter().orElseThrow().paint(plan, width, height))
                    .toList();
            draft.pictures(side, BETWEEN);
            draft.gap(4);
        }
    }

    /** The things to know, from the table of the leaders' page that holds them: its last shown column. */
    public static final class Headlines {
        private Headlines() {}

        public static List<String> of(Context context, String id) {
            MetricTable table = context.figures(id);
            int column =
                    Columns.index(table, column(context, id), context.speech().language());
            return table.rows().stream()
                    .map(row -> Objects.requireNonNullElse(row.get(column), "").toString())
                    .filter(sentence -> !sentence.isEmpty())
                    .toList();
        }

        private static String column(Context context, String id) {
            return context.definition().tables().stream()
                    .filter(shown -> shown.id().equals(id) && !shown.columns().isEmpty())
                    .findFirst()
                    .map(shown ->
                            shown.columns().get(shown.columns().size() - 1).name())
                    .orElse("sentence");
        }
    }
}
