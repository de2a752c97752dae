package org.jibao.template;

import java.time.LocalDate;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;

/**
 * Everything that decides what a template says; the same request gives the same bytes.
 *
 * @param due the last day on which the return is in time
 * @param before what the unit's last return said
 * @param version of the program
 * @param code of the template's mark, or empty
 */
public record TemplateRequest(
        JobDefinition job,
        Unit unit,
        Period period,
        LocalDate due,
        BroughtForward before,
        String version,
        String code) {

    /** One whose mark is not signed. */
    public TemplateRequest(
            JobDefinition job, Unit unit, Period period, LocalDate due, BroughtForward before, String version) {
        this(job, unit, period, due, before, version, "");
    }
}
