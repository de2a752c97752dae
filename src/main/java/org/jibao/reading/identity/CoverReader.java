package org.jibao.reading.identity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jibao.calendar.PlainText;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Label;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.identity.Claims.CoverValue;
import org.jibao.reading.layout.Axis;
import org.jibao.reading.layout.Choice;
import org.jibao.reading.layout.Choice.Candidate;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.LabelFindings;
import org.jibao.reading.layout.LabelledText;
import org.jibao.reading.layout.OwnWords;
import org.jibao.reading.meaning.CellFindings;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.meaning.CellValue;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.Remarks;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.ShownNumber;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cover: each label's value stands right of it, or below it, or after a colon in the label's own cell
 * ({@code 填报单位：青岚县教育局}).
 */
public final class CoverReader {

    private final CoverForm cover;
    private final Axis axis;
    private final SheetCells sheet;
    private final CellSemantics semantics;
    private final List<Candidate> candidates = new ArrayList<>();

    public CoverReader(FormPlace place, CellSemantics semantics) {
        this.cover = (CoverForm) place.form().form();
        this.axis = place.form().across();
        this.sheet = place.sheet();
        this.semantics = semantics;
    }

    public List<CoverValue> read(LabelFindings labels, FindingList findings) {
        sheet.rows().forEach(row -> row.cells().forEach(cell -> collect(row, cell)));
        List<Choice> choices = new ArrayList<>();
        List<CoverValue> values = new ArrayList<>();
        for (int position = 0; position < axis.size(); position++) {
            Choice choice =
                    once(position, Choice.of(axis, position, withoutValues(position), Choice.Order.DOWN), findings);
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

    /** A line of unit or period that stands twice and says the same is one. */
    private Choice once(int position, Choice choice, FindingList findings) {
        Cell first = choice.cell();
        Cell second = choice.rival();
        String field = axis.label(position).id();
        boolean identity =
                field.equals(cover.period()) || field.equals(cover.unitName()) || field.equals(cover.unitCode());
        if (!identity || first == null || second == null) {
            return choice;
        }
        CoverValue one = value(position, first, findings);
        CoverValue other = value(position, second, findings);
        boolean same = one != null && other != null && one.text().equals(other.text());
        return same ? new Choice(first, null, choice.hidden(), choice.passedOver()) : choice;
    }

    private void collect(CellRow row, Cell cell) {
        if (cell.kind() != Cell.Kind.TEXT) {
            return;
        }
        boolean hidden = row.hidden() || sheet.hiddenColumns().get(cell.column());
        Axis.Hits whole = axis.hits(LabelText.of(cell.text()));
        Candidate.add(candidates, cell, whole, List.of(), hidden);
        if (whole.positions().isEmpty()) {
            for (LabelledText part : LabelledText.in(cell.text(), axis)) {
                Candidate.add(candidates, cell, part.hits(), List.of(), hidden);
            }
        }
    }

    /** A label that is repeated in its own value's cell is not a second label. */
    private List<Candidate> withoutValues(int position) {
        List<Candidate> own =
                candidates.stream().filter(one -> one.position() == position).toList();
        List<Cell> values = own.stream()
                .filter(one -> isWhole(one.cell()))
                .map(one -> neighbour(one.cell(), position))
                .filter(Objects::nonNull)
                .toList();
        return own.stream()
                .filter(one -> isWhole(one.cell()) || !values.contains(one.cell()))
                .toList();
    }

    private boolean isWhole(Cell cell) {
        return !axis.hits(LabelText.of(cell.text())).positions().isEmpty();
    }

    private @Nullable CoverValue value(int position, Cell label, FindingList findings) {
        Label field = axis.label(position);
        Cell cell = valueCell(position, label);
        if (cell == null) {
            return null;
        }
        Place place = Place.cell(sheet.name(), cell.address());
        CellFindings cells = new CellFindings(findings);
        String subject = cover.id() + "/" + field.id();
        CellType text = new CellType(CellType.Kind.TEXT, null, false);
        CellType type = field.type() == null ? text : field.type();
        Cell.Mark mark = cell.mark();
        if (mark != null) {
            CellValue marked =
                    CellValue.invalid(FindingCode.CELL_SET_APART, cell.text().strip(), CellSemantics.word(mark));
            cells.add(FindingCode.CELL_SET_APART, marked, type, place, subject, field.text());
            return null;
        }
        cells.errorOnCover(cell, place, subject, field.text());
        return new CoverValue(
                cover.id(), field.id(), text(cell, type, field.id().equals(cover.period())), place);
    }

    /** A date in ISO form, of a period that is shown as a month only the month; anything else as it is shown, without {@code （盖章）}. */
    private String text(Cell cell, CellType type, boolean period) {
        LocalDate month = period && cell.format() != null ? cell.date() : null;
        if (month != null) {
            return YearMonth.from(month).toString();
        }
        LocalDate date =
                type.kind() == CellType.Kind.DATE ? semantics.read(cell, type).date() : null;
        if (date != null) {
            return date.toString();
        }
        String shown = PlainText.withoutInvisible(ShownNumber.of(cell)).strip();
        Remarks remarks = Remarks.of(shown);
        boolean harmless = !remarks.all().isEmpty() && remarks.all().stream().allMatch(OwnWords::isHarmless);
        return harmless && !remarks.head().isBlank() ? remarks.head().strip() : shown;
    }

    /** The text after the label in its own cell as a cell of its own; else the next cell, right or below. */
    private @Nullable Cell valueCell(int position, Cell label) {
        Cell cell = isWhole(label) ? neighbour(label, position) : label;
        if (cell == null || cell.kind() != Cell.Kind.TEXT) {
            return cell;
        }
        for (LabelledText part : isWhole(cell) ? List.<LabelledText>of() : LabelledText.in(cell.text(), axis)) {
            if (part.hits().positions().contains(position)) {
                return new Cell(cell.row(), cell.column(), Cell.Kind.TEXT, part.value(), null, null, null, cell.mark());
            }
        }
        return cell;
    }

    /** The cell right of a label, else the one below, that is no label of another field. */
    private @Nullable Cell neighbour(Cell label, int position) {
        Cell right = rightOf(label);
        return right != null && !isLabel(right, position) ? right : below(label, position);
    }

    private @Nullable Cell rightOf(Cell label) {
        CellRow row = sheet.row(label.row());
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

    private @Nullable Cell below(Cell label, int position) {
        Cell cell = sheet.at(label.row() + 1, label.column());
        return cell == null || isLabel(cell, position) ? null : cell;
    }

    /** Whether a cell is another field's label, or this one's without a value. */
    private boolean isLabel(Cell cell, int position) {
        if (cell.kind() != Cell.Kind.TEXT) {
            return false;
        }
        List<LabelledText> parts = isWhole(cell) ? List.of() : LabelledText.in(cell.text(), axis);
        boolean own = parts.stream().anyMatch(part -> part.hits().positions().contains(position));
        return isWhole(cell) || !parts.isEmpty() && !own;
    }
}
