package org.jibao.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.checking.Verdict;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.store.ForeignTables.ForeignColumn;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what an office below hands on, in the current transaction: each return under a number of this store, named
 * by the package and the file. What was handed on before with the same content stays as it is; what is new or changed
 * is another submission; where each stands is the word of the package that holds.
 */
public final class HandedReturns {

    private static final String REGISTER = "register-";
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ConnectionSql sql;
    private final JobDefinition job;
    private final Instant decidedAt;

    HandedReturns(ConnectionSql sql, JobDefinition job, Instant decidedAt) {
        this.sql = sql;
        this.job = job;
        this.decidedAt = decidedAt;
    }

    /**
     * What a package says of itself.
     *
     * @param office the code of the unit that hands on
     * @param period its code
     * @param approvedBy null where its office needs no approval
     * @param jobDigest of the office's job folder
     * @param state a digest of all that decided the office's figures
     * @param key the fingerprint of the key that it is signed with
     */
    public record Handing(
            String office,
            String period,
            Instant asOf,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            String program,
            String jobDigest,
            String state,
            String key) {}

    /**
     * What a package has changed.
     *
     * @param number of the package's own submission
     * @param returns how many count in it
     * @param fresh of these, units that had none before
     * @param revised units of which another return counts now
     * @param gone units of which none counts any more
     * @param holds whether it is the one that holds: none received before speaks of the same moment or a later one
     */
    public record Handed(long number, long returns, long fresh, long revised, long gone, boolean holds) {}

    /**
     * Whether these bytes are here as a package already: then the file is a duplicate of it, and nothing is left to be
     * done.
     */
    public boolean taken(InboxFile file) {
        Rows known = sql.query(SqlText.read(Store.class, "handed/known"), job.id(), file.sha256());
        if (known.isEmpty()) {
            return false;
        }
        Row first = known.iterator().next();
        long own = nextNumber();
        own(own, file, first.text("period"), Verdict.DUPLICATE, first.count("submission"));
        String received = TO_THE_MINUTE.format(first.time("received_at").atZone(job.zone()));
        note(own, List.of(Finding.of(FindingCode.FILE_DUPLICATE, Place.FILE, "", null, first.text("file"), received)));
        return true;
    }

    private long nextNumber() {
        return 1
                + sql.query("SELECT coalesce(max(id), 0)::BIGINT FROM intake.submission")
                        .number();
    }

    /**
     * Takes a package in. One that speaks of an earlier moment than another that was received before it changes
     * nothing.
     *
     * @param foreign its tables, checked
     * @param parts their names
     * @throws ForeignTables.UnreadableException where its tables cannot be read to the end; then nothing is changed
     */
    public Handed take(InboxFile file, Handing handing, ForeignTables foreign, List<String> parts) {
        Row others = sql.query(
                        SqlText.read(Store.class, "handed/others"),
                        job.id(),
                        handing.office(),
                        handing.period(),
                        handing.asOf(),
                        file.receivedAt())
                .one();
        // One that was received before speaks of the same moment or a later one; nothing that comes yet can change
        // that.
        boolean older = others.count("newer") > 0;
        if (!older) {
            new StagedTables(sql).stage(foreign, parts);
        }
        long own = nextNumber();
        own(own, file, handing.period(), Verdict.PACKAGE, null);
        if (older) {
            return new Handed(own, 0, 0, 0, 0, false);
        }
        boolean first = others.count("packages") == 0;
        rows(own, file, handing, foreign, parts);
        content(file, foreign, parts, first);
        stand(handing, first);
        return handed(own, handing);
    }

    private void stand(Handing handing, boolean first) {
        if (!first) {
            for (String table : List.of("handed_standing", "judgement")) {
                execute("handed/standings_gone", Map.of("table", table), job.id(), handing.office(), handing.period());
            }
        }
        execute("handed/standings", job.id(), handing.office(), handing.period());
        execute("handed/standings_due");
        execute("handed/judgements_due");
        execute("handed/verdicts");
        execute("handed/revisions", job.id(), handing.office(), handing.period());
    }

    private void own(long number, InboxFile file, String period, Verdict verdict, @Nullable Long duplicateOf) {
        execute(
                "handed/own",
                number,
                job.id(),
                Characters.storable(PersonalNumbers.masked(file.name())),
                file.sha256(),
                file.size(),
                file.receivedAt(),
                decidedAt,
                period,
                verdict.word(),
                verdict == Verdict.DUPLICATE ? FindingCode.FILE_DUPLICATE.code() : null,
                duplicateOf,
                file.sender());
        sql.execute("INSERT INTO intake.judgement VALUES (?, ?, ?, '')", number, file.receivedAt(), verdict.word());
    }

    private void rows(long own, InboxFile file, Handing handing, ForeignTables foreign, List<String> parts) {
        List<String> registers =
                parts.stream().filter(part -> part.startsWith(REGISTER)).toList();
        execute(
                "handed/content",
                Map.of(
                        "entries",
                        registers.stream().map(part -> lines(part, foreign)).collect(Collectors.joining("\n    "))));
        execute("handed/number", job.id(), handing.office(), handing.period(), own);
        execute(
                "handed/package",
                own,
                job.id(),
                handing.period(),
                handing.office(),
                file.receivedAt(),
                handing.asOf(),
                handing.approvedBy() == null ? null : PersonalNumbers.masked(handing.approvedBy()),
                handing.approvedAt(),
                handing.program(),
                handing.jobDigest(),
                handing.state(),
                handing.key());
        String name = Characters.storable(PersonalNumbers.masked(file.name()));
        execute("handed/submissions", job.id(), decidedAt, name);
        execute("handed/from_package", own);
        execute("handed/handed", own);
        execute("handed/coverage", own);
        if (!foreign.isEmpty("figures")) {
            execute("handed/figures", own);
        }
        if (!foreign.isEmpty("offices")) {
            execute("handed/offices", own);
        }
    }

    /** What is in the returns, and what was found in them. */
    private void content(InboxFile file, ForeignTables foreign, List<String> parts, boolean first) {
        if (!first) {
            execute("handed/renumbered");
            execute("handed/content_known");
            execute("handed/findings_ended", file.receivedAt());
        }
        execute("handed/observations");
        for (String part : parts) {
            if (part.startsWith(REGISTER) && !foreign.isEmpty(part)) {
                String form = part.substring(REGISTER.length());
                Map<String, String> names = Map.of(
                        "table", SqlText.name(EntryTable.name(form)), "staged", SqlText.name(StagedTables.name(part)));
                execute("handed/entries", names);
            }
        }
        if (!foreign.isEmpty("explanations")) {
            execute("handed/explanations");
        }
        if (!foreign.isEmpty("answers")) {
            execute("handed/answers", file.receivedAt());
        }
        if (!foreign.isEmpty("findings")) {
            execute("handed/findings", file.receivedAt());
        }
    }

    /** The entries of a register as texts, for a digest of what a return holds. */
    private static String lines(String part, ForeignTables foreign) {
        String values = foreign.columns(part).stream()
                .map(ForeignColumn::name)
                .filter(column -> !column.equals("submission"))
                .map(column -> "coalesce(" + SqlText.name(column) + "::VARCHAR, chr(30))")
                .collect(Collectors.joining(", "));
        return "UNION ALL SELECT submission, concat_ws(chr(31), " + SqlText.literal(part) + ", " + values + ") FROM "
                + SqlText.name(StagedTables.name(part));
    }

    private Handed handed(long own, Handing handing) {
        Row changed = sql.query(
                        SqlText.read(Store.class, "handed/changed"), own, job.id(), handing.office(), handing.period())
                .one();
        return new Handed(
                own,
                changed.count("returns"),
                changed.count("fresh"),
                changed.count("revised"),
                changed.count("gone"),
                true);
    }

    /** Says something of a package. */
    public void note(long submission, List<Finding> findings) {
        new FindingRows(sql, job)
                .add(findings.stream()
                        .map(finding -> new FindingRows.Dated(submission, finding, null, null))
                        .toList());
    }

    private void execute(String name, @Nullable Object... arguments) {
        execute(name, Map.of(), arguments);
    }

    private void execute(String name, Map<String, String> fragments, @Nullable Object... arguments) {
        sql.execute(SqlText.read(Store.class, name, fragments), arguments);
    }
}
