package org.jibao.summary;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;

/**
 * Everything that decides what the workbook says; the same request gives the same bytes.
 *
 * @param asOf the instant whose accepted returns the figures speak for
 * @param tables by their ids in {@code summary.yaml}; beside those shown, {@code messages} (id, zh, en) may override the
 *     titles of charts and {@code period_labels}, one row, fills placeholders such as <code>{p1}</code>
 * @param version of the program
 * @param storeDigest tells one state of the store from another
 * @param dataFile name of the workbook that has the sheets for programs, where they are not in this one
 */
public record SummaryRequest(
        JobDefinition job,
        Period period,
        Instant asOf,
        Map<String, MetricTable> tables,
        Language language,
        String version,
        String storeDigest,
        Optional<String> dataFile) {

    /** With all sheets in one workbook. */
    public SummaryRequest(
            JobDefinition job,
            Period period,
            Instant asOf,
            Map<String, MetricTable> tables,
            Language language,
            String version,
            String storeDigest) {
        this(job, period, asOf, tables, language, version, storeDigest, Optional.empty());
    }

    public SummaryRequest {
        tables = Map.copyOf(tables);
    }

    /** The same with the sheets for programs in the workbook of this name. */
    public SummaryRequest withDataIn(String file) {
        return new SummaryRequest(job, period, asOf, tables, language, version, storeDigest, Optional.of(file));
    }
}
