package org.jibao.burden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.burden.BurdenReport.Cell;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.Measure;
import org.jibao.finding.Text;
import org.jibao.reading.workbook.LabelText;
import org.jibao.template.CellFillings;
import org.jibao.template.CellFillings.Filling;

/** The cells of a job's grids, each with what it asks in words that can be compared. */
final class AskedCells {

    /** A yearly return says of this year what a quarterly one says of this quarter. */
    private static final Pattern THIS_PERIOD = Pattern.compile("[本当](?:年|季|月|期|半年)度?");

    private final JobDefinition job;
    private final Map<String, AskedCell> cells = new LinkedHashMap<>();

    private AskedCells(JobDefinition job) {
        this.job = job;
    }

    /** @param period for which blank returns say what they fill themselves */
    static AskedCells of(JobDefinition job, Period period) {
        AskedCells asked = new AskedCells(job);
        for (FormDefinition form : job.forms()) {
            if (form instanceof GridForm grid) {
                asked.add(grid, CellFillings.of(job, grid, period));
            }
        }
        return asked;
    }

    JobDefinition job() {
        return job;
    }

    /** Those that can hold an answer, in the order of the forms. */
    List<AskedCell> all() {
        return new ArrayList<>(cells.values());
    }

    /** By {@code form.row.column}; those that never hold a figure are not there. */
    Map<String, AskedCell> byId() {
        return cells;
    }

    private void add(GridForm grid, Map<String, Filling> fillings) {
        Map<Label, String> words = new HashMap<>();
        Stream.concat(grid.rows().stream(), grid.columns().stream()).forEach(label -> words.put(label, words(label)));
        for (Label row : grid.rows()) {
            for (Label column : grid.columns()) {
                String id = grid.id() + "." + row.id() + "." + column.id();
                Filling filling = Objects.requireNonNull(fillings.get(id));
                if (filling != Filling.NEVER) {
                    Cell cell = new Cell(job.id(), job.title(), id, grid.title(), shown(row), shown(column));
                    String likeness = Stream.of(words.get(row), words.get(column))
                            .filter(word -> word != null && !word.isEmpty())
                            .sorted()
                            .collect(Collectors.joining("\n", "", "\n" + unit(grid.typeOf(row, column))));
                    cells.put(
                            id,
                            new AskedCell(
                                    cell, likeness, filling, grid.guidance().filledBy()));
                }
            }
        }
    }

    /** With its groups, as many forms have rows of the same words in several. */
    private static Text shown(Label label) {
        return new Text(joined(label, true), joined(label, false));
    }

    private static String joined(Label label, boolean zh) {
        return Stream.concat(label.printed().groups().stream(), Stream.of(label.text()))
                .map(text -> zh ? text.zh() : text.en())
                .distinct()
                .collect(Collectors.joining(zh ? "／" : " / "));
    }

    /** What is left of its words without numbers, punctuation and remarks. */
    private static String words(Label label) {
        return Stream.concat(label.printed().groups().stream(), Stream.of(label.text()))
                .map(text -> THIS_PERIOD.matcher(LabelText.of(text.zh()).bare()).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining("/"));
    }

    private static String unit(CellType type) {
        if (type.unit() == null) {
            return type.kind().name();
        }
        Measure measure = Measure.of(type.unit());
        return measure.scale().stripTrailingZeros().toPlainString() + " " + measure.base();
    }

    /**
     * A cell that can hold an answer.
     *
     * @param likeness the same for cells whose labels and unit say the same
     * @param filledBy the kinds of unit whose return has it; empty for all
     */
    record AskedCell(Cell cell, String likeness, Filling filling, List<String> filledBy) {}
}
