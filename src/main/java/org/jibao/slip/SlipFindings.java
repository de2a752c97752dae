package org.jibao.slip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.slip.SlipFinding.SlipCell;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** What was found in submissions, with the cells on both sides of what does not agree. */
final class SlipFindings {

    private final Sql sql;
    private final JobDefinition job;

    SlipFindings(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** By number of submission, the weightiest first. */
    Map<Long, List<SlipFinding>> of(List<SlipSubmission> submissions) {
        Map<Long, List<SlipFinding>> findings = new HashMap<>();
        if (submissions.isEmpty()) {
            return findings;
        }
        String numbers = submissions.stream()
                .map(submission -> String.valueOf(submission.id()))
                .collect(Collectors.joining(","));
        Map<String, List<SlipCell>> cells = cells(numbers);
        Set<String> overEntries = overEntries();
        for (List<@Nullable Object> row : sql.query(SqlText.read(SlipFindings.class, "slip_findings"), numbers)
                .rows()) {
            long submission = (Long) Objects.requireNonNull(row.get(0));
            findings.computeIfAbsent(submission, number -> new ArrayList<>()).add(finding(row, cells, overEntries));
        }
        return findings;
    }

    private Map<String, List<SlipCell>> cells(String numbers) {
        Map<String, List<SlipCell>> cells = new HashMap<>();
        for (List<@Nullable Object> row : sql.query(SqlText.read(SlipFindings.class, "slip_cells"), job.id(), numbers)
                .rows()) {
            Place place = Place.cell(String.valueOf(row.get(3)), String.valueOf(row.get(4)));
            cells.computeIfAbsent(key(row, String.valueOf(row.get(2))), side -> new ArrayList<>())
                    .add(new SlipCell(place, String.valueOf(row.get(5)), String.valueOf(row.get(6))));
        }
        return cells;
    }

    private static String key(List<@Nullable Object> row, String side) {
        return row.get(0) + " " + row.get(1) + " " + side;
    }

    /** The rules over entries. */
    private Set<String> overEntries() {
        return job.rules().stream()
                .filter(rule -> rule.scope() == RuleDefinition.Scope.ENTRY)
                .map(RuleDefinition::id)
                .collect(Collectors.toSet());
    }

    private static SlipFinding finding(
            List<@Nullable Object> row, Map<String, List<SlipCell>> cells, Set<String> overEntries) {
        String code = String.valueOf(row.get(2));
        List<SlipCell> left = cells.getOrDefault(key(row, "left"), List.of());
        List<SlipCell> right = cells.getOrDefault(key(row, "right"), List.of());
        return new SlipFinding(
                code,
                Severity.valueOf(String.valueOf(row.get(3)).toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(row.get(9)),
                new Place((String) row.get(4), (String) row.get(5)),
                overEntries.contains(code),
                String.valueOf(row.get(6)),
                String.valueOf(row.get(7)),
                left,
                right,
                left.isEmpty() && right.isEmpty() ? "" : String.valueOf(row.get(8)));
    }
}
