package org.jibao.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.draft.DraftForm.Cross;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.content.Observation;

/**
 * Reads the forms that a job was drafted from as its returns: every cell that was recognised must be read where
 * it stands.
 */
final class SelfCheck implements AutoCloseable {

    private static final Wording WORDS = Wording.of(SelfCheck.class);

    /** What a return must not give rise to by its layout. */
    private static final Set<String> LAYOUT = Set.of(
            "sheet-missing",
            "sheet-ambiguous",
            "label-missing",
            "label-ambiguous",
            "label-unit",
            "header-missing",
            "register-not-read");

    private final JobDefinition job;
    private final ReturnReader reader;

    SelfCheck(JobDefinition job) {
        this.job = job;
        this.reader = new ReturnReader(job, Limits.of(job.limits()));
    }

    /**
     * How a file was read.
     *
     * @param misread rows and columns, as {@code form/row/column}, that are not read where they were recognised
     * @param values figures, by {@code form/row/column}
     * @param layout findings on its layout
     */
    record Checked(int cells, int found, Set<String> misread, Map<String, BigDecimal> values, List<Finding> layout) {}

    Checked read(InboxFile file, Period period, List<DraftForm> forms) {
        Reading reading = reader.readAs(file, job.roster().units().get(0), period);
        if (!(reading instanceof Reading.Read read)) {
            return new Checked(0, 0, Set.of(), Map.of(), List.of(((Reading.Rejected) reading).reason()));
        }
        read.document().entries().close();
        Map<String, Observation> observed = new HashMap<>();
        read.document()
                .observations()
                .forEach(one -> observed.put(one.form() + "/" + one.row() + "/" + one.column(), one));
        List<Finding> layout = read.document().findings().stream()
                .filter(finding -> LAYOUT.contains(finding.code()))
                .toList();
        Set<String> missing = new HashSet<>();
        layout.forEach(finding -> missing.add(finding.subject()));
        Set<String> ambiguous = new HashSet<>();
        layout.stream()
                .filter(finding -> finding.code().equals("label-ambiguous"))
                .forEach(finding -> ambiguous.add(finding.subject()));
        int cells = 0;
        Set<String> misread = new HashSet<>();
        for (DraftForm form : forms) {
            if (form instanceof Grid grid) {
                List<String> names = inputs(grid, observed, misread);
                cells += names.size();
            } else {
                List<DraftLabel> fields =
                        form instanceof DraftForm.Cover cover ? cover.fields() : ((DraftForm.Register) form).fields();
                cells += fields.size();
                // A label with nothing behind its colon is found once it is filled in.
                fields.stream()
                        .filter(field -> {
                            String name = form.id() + "/" + field.id();
                            boolean behind = form instanceof DraftForm.Cover
                                    && Pairs.isPair(field.place().text());
                            return behind ? ambiguous.contains(name) : missing.contains(name);
                        })
                        .map(field -> form.id() + "/" + field.id())
                        .forEach(misread::add);
            }
        }
        Map<String, BigDecimal> values = new HashMap<>();
        observed.forEach((name, one) -> {
            if (one.value() != null) {
                values.put(name, one.value());
            }
        });
        return new Checked(cells, cells - misread.size(), misread, values, layout);
    }

    /** The names of the cells to fill in. */
    private static List<String> inputs(Grid grid, Map<String, Observation> observed, Set<String> misread) {
        List<String> names = new ArrayList<>();
        for (DraftLabel row : grid.rows()) {
            for (DraftLabel column : grid.columns()) {
                Spot cell = grid.view().at(row.place().row(), column.place().column());
                if (cell.formula() == null && !grid.closed().contains(new Cross(cell.row(), cell.column()))) {
                    String name = grid.id() + "/" + row.id() + "/" + column.id();
                    names.add(name);
                    Observation found = observed.get(name);
                    if (found == null || !found.cell().equals(cell.address())) {
                        misread.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** What a finding on the layout says, as something to look at. */
    static Remark remark(InboxFile file, Finding finding) {
        Text words = new Text(Messages.render(finding, Language.ZH), Messages.render(finding, Language.EN));
        String sheet = finding.place().sheet() == null ? "" : finding.place().sheet();
        String cell = finding.place().cell() == null ? "" : finding.place().cell();
        return Remark.look(WORDS.text("checked.layout", file.name(), words), sheet, cell);
    }

    @Override
    public void close() {
        reader.close();
    }
}
