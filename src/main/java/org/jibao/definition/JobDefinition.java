package org.jibao.definition;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.PeriodKind;
import org.jibao.finding.Text;

/**
 * A job folder.
 *
 * @param id the folder's name: lower-case letters, digits and hyphens
 * @param version of the forms; what a template's own mark must say
 * @param openFor days after the due date for which a period stays open, 0 or more
 * @param schedule cron expression with seconds, in {@code zone}
 * @param limits of one file
 * @param delivery where outputs go beside the output folder
 * @param unitKinds kinds of unit, in order of display, with their labels
 * @param owedBy the kinds of unit that owe this return
 * @param metrics in the order in which they are computed
 * @param reference the tables in which the job's SQL looks things up
 * @param digest SHA-256 over every file of the folder: the same digest, the same rules
 */
public record JobDefinition(
        String id,
        Path folder,
        Text title,
        String version,
        PeriodKind periodKind,
        DueRule due,
        int openFor,
        ZoneId zone,
        String schedule,
        FileNamePattern fileName,
        FileLimits limits,
        DeliveryDefinition delivery,
        Map<String, Text> unitKinds,
        List<String> owedBy,
        Roster roster,
        List<FormDefinition> forms,
        List<RuleDefinition> rules,
        List<MetricDefinition> metrics,
        List<ReferenceTable> reference,
        SummaryDefinition summary,
        String digest) {

    public JobDefinition {
        unitKinds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(unitKinds));
        owedBy = List.copyOf(owedBy);
        forms = List.copyOf(forms);
        rules = List.copyOf(rules);
        metrics = List.copyOf(metrics);
        reference = List.copyOf(reference);
    }

    public Optional<FormDefinition> form(String formId) {
        return forms.stream().filter(form -> form.id().equals(formId)).findFirst();
    }

    /** The same job for other units. The digest stays that of the folder. */
    public JobDefinition withRoster(Roster other) {
        return new JobDefinition(
                id,
                folder,
                title,
                version,
                periodKind,
                due,
                openFor,
                zone,
                schedule,
                fileName,
                limits,
                delivery,
                unitKinds,
                owedBy,
                other,
                forms,
                rules,
                metrics,
                reference,
                summary,
                digest);
    }

    /** Whether the unit's kind owes this return. */
    public boolean owes(Unit unit) {
        return owedBy.contains(unit.kind());
    }
}
