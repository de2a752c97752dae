package org.jibao.checking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.meaning.CellStatus;

/** Tells a zero return, which is a report, from a return that says nothing, which is not. */
final class ZeroReturn {

    private record Indicator(String form, String row, String column) {}

    private final Set<Indicator> counts = new HashSet<>();

    ZeroReturn(JobDefinition job) {
        job.forms().stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .forEach(this::addCounts);
    }

    private void addCounts(GridForm form) {
        for (Label row : form.rows()) {
            for (Label column : form.columns()) {
                if (form.typeOf(row, column).kind() == CellType.Kind.COUNT) {
                    counts.add(new Indicator(form.id(), row.id(), column.id()));
                }
            }
        }
    }

    /** Every count is 0 or does not apply, at least one is 0, and no register has an entry. */
    boolean is(ReturnDocument document) {
        List<Observation> seen = document.observations().stream()
                .filter(seenOne -> counts.contains(new Indicator(seenOne.form(), seenOne.row(), seenOne.column())))
                .toList();
        return document.entries().isEmpty()
                && seen.stream().anyMatch(ZeroReturn::isZero)
                && seen.stream().allMatch(one -> one.status() == CellStatus.NA || isZero(one));
    }

    private static boolean isZero(Observation observation) {
        return observation.value() != null && observation.value().signum() == 0;
    }
}
