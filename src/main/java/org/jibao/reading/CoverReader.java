package org.jibao.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Label;
import org.jibao.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cover: each label's value stands right of it, or below it, or after a colon in the label's own cell
 * ({@code 填报单位：青岚县教育局}).
 */
final class CoverReader {

    private static final Pattern IN_ONE_CELL = Pattern.compile("^([^:：]{1,40})[:：]\\s*(\\S.*)$", Pattern.DOTALL);

    private final CoverForm cover;
    private final Axis axis;
    private final SheetCells sheet;
    private final List<Candidate> candidates = new ArrayList<>();

    CoverReader(FormPlace place) {
        this.cover = (CoverForm) place.form().form();
        this.axis = place.form().across();
        this.sheet = place.sheet();
    }

    List<CoverValue> read(LabelFindings labels, FindingList findings) {
        sheet.rows().forEach(row -> row.cells().forEach(this::collect));
        List<Choice> choices = new ArrayList<>();
        List<CoverValue> values = new ArrayList<>();
        for (int position = 0; position < axis.size(); position++) {
            Choice choice = Choice.of(axis, position, candidates);
            choices.add(choice);
            Cell label = choice.cell();
            CoverValue value = label == null || choice.rival() != null ? null : value(position, label, findings);
            if (value != null) {
                values.add(value);
            }
        }
        labels.check(axis, choices, "field");
        return values;
    }

    private void collect(Cell cell) {
        if (cell.kind() != Cell.Kind.TEXT) {
            return;
        }
        Axis.Hits hits = hits(cell);
        for (int position : hits.positions()) {
            candidates.add(
                    new Candidate(position, cell, hits.exact(), hits.positions().size(), List.of()));
        }
    }

    private Axis.Hits hits(Cell cell) {
        Axis.Hits whole = axis.hits(LabelText.of(cell.text()));
        if (!whole.positions().isEmpty()) {
            return whole;
        }
        Matcher oneCell = IN_ONE_CELL.matcher(cell.text());
        return oneCell.matches() ? axis.hits(LabelText.of(oneCell.group(1))) : Axis.Hits.NONE;
    }

    private @Nullable CoverValue value(int position, Cell label, FindingList findings) {
        Label field = axis.label(position);
        Cell cell = valueCell(label);
        if (cell == null) {
            return null;
        }
        Place place = Place.cell(sheet.name(), cell.address());
        String text = cell.text().strip();
        CellType type = field.type();
        if (type != null && type.kind() == CellType.Kind.DATE) {
            LocalDate date = CellSemantics.read(cell, type).date();
            text = date == null ? text : date.toString();
        }
        new CellFindings(findings).errorOnCover(cell, place, cover.id() + "/" + field.id(), field.text());
        return new CoverValue(cover.id(), field.id(), text, place);
    }

    /** The text after the colon as a cell of its own; else the next cell that is no label itself. */
    private @Nullable Cell valueCell(Cell label) {
        boolean wholeCell = !axis.hits(LabelText.of(label.text())).positions().isEmpty();
        if (!wholeCell) {
            Matcher oneCell = IN_ONE_CELL.matcher(label.text());
            return oneCell.matches() ? Cell.text(label.row(), label.column(), oneCell.group(2)) : null;
        }
        Cell right = rightOf(label);
        if (right != null) {
            return isLabel(right) ? below(label) : right;
        }
        return below(label);
    }

    private @Nullable Cell rightOf(Cell label) {
        Row row = sheet.row(label.row());
        if (row == null) {
            return null;
        }
        for (Cell cell : row.cells()) {
            if (cell.column() > label.column()) {
                return cell;
            }
        }
        return null;
    }

    private @Nullable Cell below(Cell label) {
        Cell cell = sheet.at(label.row() + 1, label.column());
        return cell == null || isLabel(cell) ? null : cell;
    }

    private boolean isLabel(Cell cell) {
        return cell.kind() == Cell.Kind.TEXT && !hits(cell).positions().isEmpty();
    }
}
