package org.jibao.definition;

import java.util.List;

/**
 * What a job folder defines beside {@code job.yaml} and the roster.
 *
 * @param metrics in the order in which they are computed
 * @param reference the tables in which the job's SQL looks things up
 */
public record JobContents(
        List<FormDefinition> forms,
        List<RuleDefinition> rules,
        List<MetricDefinition> metrics,
        List<ReferenceTable> reference,
        SummaryDefinition summary) {

    public static final JobContents NONE = new JobContents(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new SummaryDefinition(List.of(), List.of(), List.of(), List.of()));

    public JobContents {
        forms = List.copyOf(forms);
        rules = List.copyOf(rules);
        metrics = List.copyOf(metrics);
        reference = List.copyOf(reference);
    }
}
