package org.jibao.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.definition.Unit;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * All that a unit has sent of one job, what was decided on it, and what changed from revision to revision.
 *
 * @param zone in which times are meant
 * @param periods in time, those for which there is anything
 */
public record HistoryReport(String job, Text title, ZoneId zone, Unit unit, Instant asOf, List<OfPeriod> periods) {

    public HistoryReport {
        periods = List.copyOf(periods);
    }

    /** One period: submissions in the order in which they came, decisions in the order in which they were taken. */
    public record OfPeriod(
            Period period, List<SubmissionLine> submissions, List<DecisionLine> decisions, List<Changes> changes) {

        public OfPeriod {
            submissions = List.copyOf(submissions);
            decisions = List.copyOf(decisions);
            changes = List.copyOf(changes);
        }
    }

    /**
     * One file.
     *
     * @param number by which {@code withdraw} names it
     * @param revision from 1, or null for one that has none, as a duplicate
     * @param standing whether it counts, or why not: counted, superseded, after_close, withdrawn, returned, rejected or
     *     duplicate
     * @param other the submission that counts in its stead, or that it is a duplicate of, or null
     */
    public record SubmissionLine(
            long number,
            String file,
            Instant receivedAt,
            String verdict,
            @Nullable Long revision,
            String standing,
            @Nullable Long other) {}

    /**
     * What an officer decided.
     *
     * @param kind accept, withdraw or reopen
     * @param submission the one withdrawn or in which the accepted finding was seen, or null
     * @param code of the accepted finding, or null
     * @param account at which it was taken, and the machine; null of an earlier program
     */
    public record DecisionLine(
            String kind,
            @Nullable Long submission,
            @Nullable String code,
            Place place,
            String reason,
            String by,
            @Nullable String account,
            @Nullable String machine,
            Instant at) {}

    /**
     * What changed from one revision to the next.
     *
     * @param more how many changed entries of long registers are not listed
     */
    public record Changes(long from, long to, List<CellChange> cells, List<EntryChange> entries, long more) {

        public Changes {
            cells = List.copyOf(cells);
            entries = List.copyOf(entries);
        }

        public boolean none() {
            return cells.isEmpty() && entries.isEmpty();
        }
    }

    /** One cell of a grid, where it stands in the newer file, or in the older one if it is in that alone. */
    public record CellChange(Text form, Text row, Text column, Place place, String before, String after) {}

    /**
     * One entry of a register.
     *
     * @param key what it is known by: the value of the register's unique field, or its row
     * @param fields those that changed; all that are filled of an entry that was added or removed
     */
    public record EntryChange(Text form, Kind kind, String key, Place place, List<FieldChange> fields) {

        public EntryChange {
            fields = List.copyOf(fields);
        }

        /** What became of it. */
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED
        }
    }

    /** One field of an entry; an empty text is nothing. */
    public record FieldChange(Text field, Text before, Text after) {}
}
