package org.jibao.definition;

import java.util.List;

/**
 * What a job folder defines beside {@code job.yaml} and the roster.
 *
 * @param figures what is declared to be counted, in order; empty where the job computes everything by SQL of its own
 * @param metrics in the order in which they are computed, those that keep the figures among them
 * @param reference the tables in which the job's SQL looks things up
 */
public record JobContents(
        List<FormDefinition> forms,
        List<RuleDefinition> rules,
        List<Figure> figures,
        List<MetricDefinition> metrics,
        List<ReferenceTable> reference,
        SummaryDefinition summary) {

    public static final JobContents NONE = new JobContents(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new SummaryDefinition(List.of(), List.of(), List.of(), List.of()));

    /** Of a job that computes everything by SQL of its own. */
    public JobContents(
            List<FormDefinition> forms,
            List<RuleDefinition> rules,
            List<MetricDefinition> metrics,
            List<ReferenceTable> reference,
            SummaryDefinition summary) {
        this(forms, rules, List.of(), metrics, reference, summary);
    }

    public JobContents {
        forms = List.copyOf(forms);
        rules = List.copyOf(rules);
        figures = List.copyOf(figures);
        metrics = List.copyOf(metrics);
        reference = List.copyOf(reference);
    }
}
