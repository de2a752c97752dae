package org.jibao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.support.Json;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Findings with their fingerprint and their words. */
final class FindingRows {

    private static final String OWNER = SqlText.read(Store.class, "intake/finding_owner");

    private final ConnectionSql sql;
    private final JobDefinition job;

    FindingRows(ConnectionSql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    void append(List<Submission> submissions) {
        sql.append("intake", "finding", rows -> {
            for (Submission submission : submissions) {
                Owner owner = new Owner(
                        submission.id(),
                        submission.unit(),
                        submission.period(),
                        submission.file().sha256(),
                        0);
                int number = owner.findings();
                for (Finding finding : submission.findings()) {
                    row(rows, owner, ++number, new Dated(submission.id(), finding, null, null));
                }
            }
        });
    }

    /**
     * A finding of a submission and when it is made.
     *
     * @param since null: from the beginning
     * @param until null: without an end
     */
    record Dated(
            long submission,
            Finding finding,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** Adds findings after those that a submission already has. */
    void add(List<Dated> findings) {
        Map<Long, List<Dated>> bySubmission = new TreeMap<>();
        findings.forEach(dated -> bySubmission
                .computeIfAbsent(dated.submission(), submission -> new ArrayList<>())
                .add(dated));
        Map<Long, Owner> owners = new HashMap<>();
        bySubmission.keySet().forEach(submission -> owners.put(submission, owner(submission)));
        sql.append("intake", "finding", rows -> {
            for (Map.Entry<Long, List<Dated>> some : bySubmission.entrySet()) {
                Owner owner = java.util.Objects.requireNonNull(owners.get(some.getKey()));
                int number = owner.findings();
                for (Dated dated : some.getValue()) {
                    row(rows, owner, ++number, dated);
                }
            }
        });
    }

    private Owner owner(long submission) {
        Row row = sql.query(OWNER, submission).one();
        return new Owner(
                submission,
                row.textOrNull("unit"),
                row.textOrNull("period"),
                row.text("sha256"),
                Math.toIntExact(row.count("findings")));
    }

    private void row(RowAppender rows, Owner owner, int number, Dated dated) throws SQLException {
        Finding finding = dated.finding();
        rows.row(
                owner.submission(),
                number,
                owner.fingerprint(job.id(), finding),
                finding.code(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.place().sheet(),
                finding.place().cell(),
                finding.subject(),
                finding.value(),
                Json.line(finding.arguments()),
                Messages.render(finding, Language.ZH),
                Messages.render(finding, Language.EN),
                Messages.cure(finding, Language.ZH),
                Messages.cure(finding, Language.EN),
                dated.since(),
                dated.until());
    }

    /** Whose findings they are, and how many it has by now. A file that is nobody's return is told apart by its bytes. */
    private record Owner(
            long submission,
            @Nullable String unit,
            @Nullable String period,
            String sha256,
            int findings) {

        String fingerprint(String job, Finding finding) {
            String whose = Optional.ofNullable(unit).orElse(sha256);
            return finding.fingerprint(job, whose, Optional.ofNullable(period).orElse(""));
        }
    }
}
