package org.jibao.reading.layout;

import java.util.HashSet;
import java.util.Set;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.meaning.FormatWords;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jspecify.annotations.Nullable;

/** Notes words that a number format shows beside the figures and that are no unit, once a column. */
public final class FormatRemarks {

    private final FormPlace place;
    private final FindingList findings;
    private final Set<String> said = new HashSet<>();

    public FormatRemarks(FormPlace place, FindingList findings) {
        this.place = place;
        this.findings = findings;
    }

    /** @param label of the column */
    public void read(@Nullable Cell cell, Text label, int column) {
        if (cell == null || cell.kind() != Cell.Kind.NUMBER || cell.format() == null || cell.number() == null) {
            return;
        }
        FormatWords words = FormatWords.of(cell.format(), cell.number());
        boolean remark = !words.others().isEmpty() && !words.digits();
        if (remark && said.add(column + words.others())) {
            Place at = Place.cell(place.sheet().name(), cell.address());
            String subject = place.form().form().id() + "/format";
            Finding finding = Finding.of(FindingCode.LABEL_REMARK, at, subject, null, label.zh(), words.others());
            findings.add(finding.inEnglish("label", label.en()));
        }
    }
}
