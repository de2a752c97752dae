package org.jibao.reading.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jspecify.annotations.Nullable;

/**
 * One return as read, before any rule has looked at it.
 *
 * @param formVersion of the template's own mark, or the job's where there is none
 * @param code of the template's mark, whatever it is worth; or null
 * @param cover fields of cover forms by {@code form.field}
 * @param observations of every grid, in the order of the forms; at most one a (form, row, column)
 * @param entries of every register, in the order of the sheet; to be closed when they are stored
 * @param explanations given by the unit for warnings, by code
 * @param findings what reading itself noticed: layout, cells, entries
 */
public record ReturnDocument(
        InboxFile file,
        Unit unit,
        Period period,
        String formVersion,
        @Nullable String code,
        Map<String, String> cover,
        List<Observation> observations,
        Entries entries,
        Map<String, String> explanations,
        List<Finding> findings) {

    /** One whose mark has no code. */
    public ReturnDocument(
            InboxFile file,
            Unit unit,
            Period period,
            String formVersion,
            Map<String, String> cover,
            List<Observation> observations,
            Entries entries,
            Map<String, String> explanations,
            List<Finding> findings) {
        this(file, unit, period, formVersion, null, cover, observations, entries, explanations, findings);
    }

    public ReturnDocument {
        formVersion = PersonalNumbers.masked(formVersion);
        cover = masked(cover);
        observations = List.copyOf(observations);
        explanations = masked(explanations);
        findings = List.copyOf(findings);
    }

    private static Map<String, String> masked(Map<String, String> texts) {
        Map<String, String> masked = new HashMap<>();
        texts.forEach((key, text) -> masked.merge(
                PersonalNumbers.masked(key), PersonalNumbers.masked(text), (one, other) -> one + "；" + other));
        return Map.copyOf(masked);
    }
}
