package org.jibao.reading.layout;

import java.util.Objects;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.meaning.CellFindings;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jspecify.annotations.Nullable;

/** Says where labels and titles of a sheet state something else than the form. */
final class StatementFindings {

    private final FormPlace place;
    private final Period period;
    private final FindingList findings;

    StatementFindings(FormPlace place, Period period, FindingList findings) {
        this.place = place;
        this.period = period;
        this.findings = findings;
    }

    /** Another unit or scale than the form's, or one that is converted; nothing of the form's own. */
    void unit(StatedUnit unit, Cell cell, Text label) {
        CellType against = unit.against();
        CellType converted = unit.converted();
        if (against != null) {
            add(FindingCode.LABEL_UNIT, cell, label, unit.words(), own(against));
        } else if (converted != null) {
            String factor =
                    Objects.requireNonNull(unit.factors().get(converted)).toPlainString();
            add(FindingCode.LABEL_UNIT_CONVERTED, cell, label, unit.words(), own(converted), factor);
        }
    }

    private static String own(CellType type) {
        return Objects.requireNonNullElse(type.unit(), CellFindings.NO_UNIT);
    }

    /** Another time than the form's. */
    void period(String found, @Nullable OwnWords own, Cell cell, Text label) {
        boolean current = own == null || own.periods().contains(SpokenPeriod.CURRENT);
        Text expected = current ? period.label() : label;
        Finding finding = finding(FindingCode.LABEL_PERIOD, cell, label, found, expected.zh());
        findings.add(finding.inEnglish("expected", expected.en()));
    }

    void remark(String found, Cell cell, Text label) {
        add(FindingCode.LABEL_REMARK, cell, label, found);
    }

    private void add(FindingCode code, Cell cell, Text label, String... others) {
        findings.add(finding(code, cell, label, others));
    }

    private Finding finding(FindingCode code, Cell cell, Text label, String... others) {
        String[] values = new String[others.length + 1];
        values[0] = label.zh();
        System.arraycopy(others, 0, values, 1, others.length);
        String sheet = place.sheet().name();
        String subject = place.form().form().id() + "/" + LabelText.normalise(label.zh());
        Place at = Place.cell(sheet, cell.address());
        return Finding.of(code, at, subject, null, values).inEnglish("label", label.en());
    }
}
