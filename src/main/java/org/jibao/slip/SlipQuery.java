package org.jibao.slip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.checking.Verdict;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.slip.SlipBatch.SlipSubmission;
import org.jibao.slip.SlipFinding.SlipCell;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.Json;
import org.jibao.support.SqlText;

/**
 * Finds what slips may be owed for: what each unit has sent last, unless it was accepted without a warning. Where that
 * was rejected, the return that was accepted before it, too: it counts still.
 */
public final class SlipQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    public SlipQuery(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
        job.roster().units().forEach(unit -> byCode.put(unit.code(), unit));
    }

    /** Of each period that has any, in the order of receipt. */
    public Map<Period, List<SlipSubmission>> faulty(Collection<Period> periods, Instant asOf) {
        Map<String, Period> asked = new LinkedHashMap<>();
        periods.forEach(period -> asked.put(period.code(), period));
        Map<Period, List<SlipSubmission>> faulty = new HashMap<>();
        for (Row row : sql.query(
                SqlText.read(SlipQuery.class, "slip_submissions"),
                job.id(),
                Json.of(periods.stream().map(this::bounds).toList()),
                asOf)) {
            faulty.computeIfAbsent(Objects.requireNonNull(asked.get(row.text("period"))), period -> new ArrayList<>())
                    .add(submission(row));
        }
        return faulty;
    }

    private Map<String, String> bounds(Period period) {
        return Map.of(
                "code", period.code(),
                "ended", startOf(period.end().plusDays(1)),
                "next_ended", startOf(period.next().end().plusDays(1)));
    }

    private String startOf(LocalDate day) {
        return day.atStartOfDay(job.zone())
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString();
    }

    private SlipSubmission submission(Row row) {
        String code = row.textOrNull("unit");
        return new SlipSubmission(
                row.count("id"),
                code == null ? null : byCode.get(code),
                row.text("file"),
                row.text("sha256"),
                row.choice("verdict", Verdict.class),
                row.time("received_at"));
    }

    /** What was found in submissions, with the cells on both sides of what does not agree. */
    static final class SlipFindings {

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
            for (Row row : sql.query(SqlText.read(SlipFindings.class, "slip_findings"), numbers)) {
                findings.computeIfAbsent(row.count("submission"), number -> new ArrayList<>())
                        .add(finding(row, cells, overEntries));
            }
            return findings;
        }

        private Map<String, List<SlipCell>> cells(String numbers) {
            Map<String, List<SlipCell>> cells = new HashMap<>();
            for (Row row : sql.query(SqlText.read(SlipFindings.class, "slip_cells"), job.id(), numbers, language())) {
                Place place = Place.cell(row.text("sheet"), row.text("cell"));
                cells.computeIfAbsent(key(row, row.text("side")), side -> new ArrayList<>())
                        .add(new SlipCell(place, row.text("label"), row.text("shown")));
            }
            return cells;
        }

        private static String key(Row row, String side) {
            return row.count("submission") + " " + row.count("number") + " " + side;
        }

        /** The rules over entries. */
        private Set<String> overEntries() {
            return job.rules().stream()
                    .filter(rule -> rule.scope() == RuleDefinition.Scope.ENTRY)
                    .map(RuleDefinition::id)
                    .collect(Collectors.toSet());
        }

        private String language() {
            return job.language() == Language.ZH ? "zh" : "en";
        }

        private SlipFinding finding(Row row, Map<String, List<SlipCell>> cells, Set<String> overEntries) {
            String code = row.text("code");
            List<SlipCell> left = cells.getOrDefault(key(row, "left"), List.of());
            List<SlipCell> right = cells.getOrDefault(key(row, "right"), List.of());
            return new SlipFinding(
                    code,
                    row.choice("severity", Severity.class),
                    row.flag("answered"),
                    new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                    overEntries.contains(code),
                    row.text("message_" + language()),
                    row.text("cure_" + language()),
                    left,
                    right,
                    left.isEmpty() && right.isEmpty() ? "" : row.text("difference"),
                    places(row.text("probable_cells")));
        }

        /** {@code sheet!cell} a line. */
        private static List<Place> places(String lines) {
            return lines.lines()
                    .map(line -> Place.cell(
                            line.substring(0, line.lastIndexOf('!')), line.substring(line.lastIndexOf('!') + 1)))
                    .toList();
        }
    }
}
