package org.jibao.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jibao.draft.Columns.Column;
import org.jibao.draft.Columns.Role;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.Spot.Holds;
import org.jibao.draft.Stacks.Stack;
import org.jibao.draft.Tables.Table;
import org.jibao.reading.workbook.LabelText;
import org.jspecify.annotations.Nullable;

/** Makes a register of a table: one field a column, and what each takes. */
final class RegisterDraft {

    /** So many rows show what a column holds. */
    private static final int LOOKED_AT = 300;

    private final SheetView view;
    private final Heads heads;
    private final Choices choices;
    private final Titles titles;

    RegisterDraft(SheetView view, Heads heads, Choices choices, Titles titles) {
        this.view = view;
        this.heads = heads;
        this.choices = choices;
        this.titles = titles;
    }

    @Nullable
    Register of(Table table, Columns columns, boolean unitOnCover) {
        return of(table, columns, unitOnCover, List.of(), Set.of());
    }

    /** @param stack its header; rows of it below the names are no entries */
    @Nullable
    Register of(Stack stack, Table table, Columns columns, boolean unitOnCover) {
        List<Spot> skips = stack.help().stream().map(this::telling).toList();
        return of(table, columns, unitOnCover, skips, stack.required());
    }

    /** The cell that says most in a row. */
    private Spot telling(int row) {
        return view.filled(row).stream()
                .max(Comparator.comparingInt(spot -> Trimmed.begin(spot.text()).length()))
                .orElseThrow();
    }

    private @Nullable Register of(
            Table table, Columns columns, boolean unitOnCover, List<Spot> skips, Set<Integer> required) {
        List<DraftLabel> fields = new ArrayList<>();
        int unit = -1;
        int period = -1;
        boolean lines = !unitOnCover && columns.hasUnits() && isList(table, columns) && figures(table, columns);
        boolean years = columns.all().stream().anyMatch(column -> Vocabulary.YEAR.is(column.words()));
        for (Column column : columns.all()) {
            boolean nameless = LabelText.of(column.words()).full().isEmpty();
            if (nameless || isNumber(column)) {
                continue;
            }
            DraftLabel field = field(table, column, lines, required.contains(column.index()));
            if (lines && unit < 0 && Columns.isUnits(column.words())) {
                unit = fields.size();
            } else if (lines && period < 0 && !years && Vocabulary.PERIOD.is(column.words())) {
                period = fields.size();
            }
            fields.add(field);
        }
        String title =
                titles.of(table.head().top(), table.head().left(), table.head().right());
        boolean blank = table.content().isEmpty();
        return fields.size() < 2
                ? null
                : new Register(
                        "",
                        title,
                        view,
                        blank && !lines ? SpokenKinds.spread(fields) : fields,
                        table.head().bottom(),
                        unit,
                        period,
                        skips);
    }

    /** Whether no unit has two lines for one period, and all the rest are figures. */
    private boolean isList(Table table, Columns columns) {
        Set<String> keys = new HashSet<>();
        for (int row : table.content()) {
            StringBuilder key = new StringBuilder();
            for (Column column : columns.all()) {
                Spot cell = view.at(row, column.index());
                boolean names = Columns.isUnits(column.words()) || Vocabulary.PERIOD.is(column.words());
                key.append(names ? cell.text() + "|" : "");
                boolean text = !names && column.role() != Role.SERIAL && (cell.words() || cell.holds() == Holds.DATE);
                if (text && !Columns.isNever(cell) && !Vocabulary.TOTAL.is(cell.text())) {
                    return false;
                }
            }
            if (key.length() > 2 && !keys.add(key.toString())) {
                return false;
            }
        }
        return true;
    }

    /** A running number is no entry's own. */
    private static boolean isNumber(Column column) {
        return column.role() == Role.SERIAL && Vocabulary.RUNNING.is(column.words());
    }

    /** Whether none of the columns besides the keys asks for words. */
    private boolean figures(Table table, Columns columns) {
        return columns.all().stream()
                .filter(column -> !Columns.isUnits(column.words()) && !Vocabulary.PERIOD.is(column.words()))
                .allMatch(column -> !table.content().isEmpty()
                        || field(table, column, false, false).cell().number()
                        || Vocabulary.YEAR.is(column.words()));
    }

    private DraftLabel field(Table table, Column column, boolean line, boolean must) {
        List<Spot> path = column.path();
        Spot own = path.get(path.size() - 1);
        String words = own.shown();
        int first = table.head().first();
        List<Spot> cells = IntStream.range(first, Math.max(first + 1, Math.min(table.last() + 1, first + LOOKED_AT)))
                .mapToObj(row -> view.at(row, column.index()))
                .toList();
        List<String> values = choices.of(view, cells.get(0));
        CellDraft cell = values.isEmpty() ? new Kinds(view).of(cells, words, null, line) : CellDraft.TEXT;
        boolean required = must || words.endsWith("*") || words.endsWith("＊") || words.startsWith("*");
        boolean secret = Vocabulary.SENSITIVE.is(words);
        List<String> groups =
                path.subList(0, path.size() - 1).stream().map(Spot::shown).toList();
        Spot place = new Spot(
                own.row(),
                column.index(),
                own.holds(),
                own.text(),
                null,
                own.shape(),
                own.edged(),
                own.locked(),
                own.fill());
        String label = Trimmed.of(words, "*＊");
        return DraftLabel.of(place, label, groups, cell).asked(required, secret, values);
    }
}
