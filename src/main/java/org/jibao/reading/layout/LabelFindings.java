package org.jibao.reading.layout;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jibao.definition.GridForm;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.SheetCells;
import org.jspecify.annotations.Nullable;

/** Says which labels of a form are missing or stand twice. */
public final class LabelFindings {

    private final PreparedForm form;
    private final SheetCells sheet;
    private final FindingList findings;

    public LabelFindings(PreparedForm form, SheetCells sheet, FindingList findings) {
        this.form = form;
        this.sheet = sheet;
        this.findings = findings;
    }

    /**
     * Notes what is wrong with one axis.
     *
     * @param axisName {@code row}, {@code column} or {@code field}
     */
    public void check(Axis axis, List<Choice> choices, String axisName) {
        for (int position = 0; position < axis.size(); position++) {
            Choice choice = choices.get(position);
            if (choice.cell() == null && !axis.label(position).optional()) {
                missing(axis, position, axisName);
            } else if (choice.cell() != null && choice.rival() != null) {
                ambiguous(axis, position, axisName, choice.cell(), choice.rival());
            } else if (choice.cell() != null) {
                found(axis, position, axisName, choice, choice.cell());
            }
        }
    }

    /** What a person does not see, or sees deleted, is not read as if nothing were the matter. */
    private void found(Axis axis, int position, String axisName, Choice choice, Cell cell) {
        String subject = subject(axis, position);
        Text name = axis.name(position);
        Cell twin = choice.passedOver();
        if (choice.hidden()) {
            add(finding(FindingCode.LABEL_HIDDEN, cell, subject, name.zh(), axisName), "label", name);
        } else if (twin != null) {
            hiddenTwin(position, axis, axisName, cell, twin);
        }
        if (cell.mark() == Cell.Mark.STRUCK_OUT) {
            add(finding(FindingCode.LABEL_STRUCK_OUT, cell, subject, name.zh()), "label", name);
        }
    }

    private void hiddenTwin(int position, Axis axis, String axisName, Cell cell, Cell twin) {
        Text name = axis.name(position);
        FindingCode code = FindingCode.LABEL_HIDDEN_TWIN;
        String[] values = {name.zh(), axisName, cell.address(), twin.address()};
        add(finding(code, cell, subject(axis, position), values), "label", name);
    }

    /** A header in hidden rows or columns beside one that is seen: the first label that both have stands for all. */
    public void hiddenHeader(Header seen, Header hidden) {
        for (int position = 0; position < form.across().size(); position++) {
            Cell one = seen.choices().get(position).cell();
            Cell other = hidden.choices().get(position).cell();
            if (one != null && other != null) {
                hiddenTwin(position, form.across(), "column", one, other);
                return;
            }
        }
    }

    private void missing(Axis axis, int position, String axisName) {
        Text name = axis.name(position);
        add(finding(FindingCode.LABEL_MISSING, null, subject(axis, position), name.zh(), axisName), "label", name);
    }

    public void ambiguous(Axis axis, int position, String axisName, Cell first, Cell second) {
        String subject = subject(axis, position);
        Text name = axis.name(position);
        FindingCode code = FindingCode.LABEL_AMBIGUOUS;
        add(finding(code, first, subject, name.zh(), axisName, first.address(), second.address()), "label", name);
    }

    public void headerMissing() {
        boolean beside = form.form() instanceof GridForm grid && grid.beside();
        Axis axis = beside ? form.down() : form.across();
        List<Text> names = IntStream.range(0, axis.size()).mapToObj(axis::name).toList();
        Text labels = new Text(
                names.stream().map(Text::zh).collect(Collectors.joining("、")),
                names.stream().map(Text::en).collect(Collectors.joining(", ")));
        add(finding(FindingCode.HEADER_MISSING, null, form.form().id(), labels.zh()), "labels", labels);
    }

    /** Two headers for one form: the first label that both have stands for all. */
    public void twoHeaders(Header first, Header second) {
        for (int position = 0; position < form.across().size(); position++) {
            Cell one = first.choices().get(position).cell();
            Cell other = second.choices().get(position).cell();
            if (one != null && other != null) {
                ambiguous(form.across(), position, "column", one, other);
                return;
            }
        }
    }

    private String subject(Axis axis, int position) {
        return form.form().id() + "/" + axis.label(position).id();
    }

    private Finding finding(FindingCode code, @Nullable Cell cell, String subject, String... values) {
        Place place = cell == null ? Place.sheet(sheet.name()) : Place.cell(sheet.name(), cell.address());
        return Finding.of(code, place, subject, null, values);
    }

    private void add(Finding finding, String argument, Text wording) {
        findings.add(finding.inEnglish(argument, wording.en()));
    }
}
