package org.jibao.collect;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jibao.checking.Verdict;
import org.jibao.collect.CollectOutcome.FileLine;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxListing;
import org.jibao.run.NewFiles;
import org.jibao.run.Periods;
import org.jibao.status.HeldFile;
import org.jibao.status.HeldQuery;
import org.jibao.status.ReplacementQuery;
import org.jibao.store.Store;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Tells the files that this run settled from those that were settled before it. */
final class SettledFiles {

    private static final String SINCE = SqlText.read(SettledFiles.class, "settled");

    private final Store store;
    private final JobDefinition job;
    private final long settledBefore;

    private SettledFiles(Store store, JobDefinition job, long settledBefore) {
        this.store = store;
        this.job = job;
        this.settledBefore = settledBefore;
    }

    /** To be called before the run. */
    static SettledFiles from(Store store, JobDefinition job) {
        return new SettledFiles(store, job, Periods.lastSettled(store, job));
    }

    CollectOutcome outcome(NewFiles inbox, Instant asOf) {
        InboxListing listing = inbox.listing();
        List<FileLine> lines = lines();
        return new CollectOutcome(
                lines,
                listing.files().size(),
                inbox.later(asOf),
                listing.locks(),
                listing.ignored(),
                unexplained(listing.absent()),
                ArchiveOutcome.NONE,
                List.of(),
                listing.notices(),
                lines.isEmpty() ? List.of() : held(asOf),
                lines.isEmpty() ? List.of() : new ReplacementQuery(store.sql(), job).since(settledBefore, asOf),
                job.zone());
    }

    private List<HeldFile> held(Instant asOf) {
        return new HeldQuery(store.sql(), job)
                .all(asOf).stream()
                        .filter(file -> file.number() > settledBefore)
                        .toList();
    }

    /** A file that was taken in may go, to an archive say; its entry in {@code received.csv} need not. */
    private List<String> unexplained(List<String> absent) {
        if (absent.isEmpty()) {
            return absent;
        }
        Set<String> taken = new HashSet<>();
        store.sql()
                .query("SELECT DISTINCT file FROM intake.submission WHERE job = ?", job.id())
                .rows()
                .forEach(row -> addWithAncestors(taken, PersonalNumbers.masked(text(row.get(0)))));
        return absent.stream()
                .map(PersonalNumbers::masked)
                .filter(name -> !taken.contains(name))
                .toList();
    }

    /** A ZIP was taken in where a file in it was. */
    private static void addWithAncestors(Set<String> taken, String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
            taken.add(name.substring(0, end));
        }
    }

    private List<FileLine> lines() {
        return store.sql().query(SINCE, job.id(), settledBefore).rows().stream()
                .map(SettledFiles::line)
                .toList();
    }

    private static FileLine line(List<@Nullable Object> row) {
        String zh = (String) row.get(8);
        String en = (String) row.get(9);
        return new FileLine(
                text(row.get(0)),
                Verdict.valueOf(text(row.get(1)).toUpperCase(Locale.ROOT)),
                (String) row.get(2),
                (String) row.get(3),
                (Instant) java.util.Objects.requireNonNull(row.get(4)),
                number(row.get(5)),
                number(row.get(6)),
                number(row.get(7)),
                zh == null || en == null ? null : new Text(zh, en),
                new Place((String) row.get(10), (String) row.get(11)),
                Boolean.TRUE.equals(row.get(12)),
                Boolean.TRUE.equals(row.get(13)));
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }
}
