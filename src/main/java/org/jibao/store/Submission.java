package org.jibao.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.checking.CheckedReturn;
import org.jibao.checking.CheckedReturn.Evidence;
import org.jibao.checking.Verdict;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Owner;
import org.jspecify.annotations.Nullable;

/**
 * A file about to be stored under its number.
 *
 * @param verdict pending or rejected
 * @param document what is stored of it, or null where it has no content of its own
 * @param identity of whom and for when it was read, or null
 * @param owner whose it is by its name and folder where it could not be read, or null
 * @param evidence of who sent it
 * @param reason the code of the finding that settled its verdict, or null
 */
record Submission(
        long id,
        InboxFile file,
        Verdict verdict,
        @Nullable ReturnDocument document,
        @Nullable ReturnDocument identity,
        @Nullable Owner owner,
        @Nullable String reason,
        List<Finding> findings,
        Evidence evidence) {

    static Submission of(long id, CheckedReturn checked) {
        Reading reading = checked.reading();
        ReturnDocument document = reading instanceof Reading.Read read ? read.document() : null;
        Owner owner = reading instanceof Reading.Rejected rejected ? rejected.owner() : null;
        if (document == null) {
            Finding reason = ((Reading.Rejected) reading).reason();
            List<Finding> findings = checked.findings().isEmpty() ? List.of(reason) : checked.findings();
            return rejected(id, reading.file(), null, owner, reason, findings);
        }
        Optional<Finding> exceeded = NumberLimit.exceeded(document);
        if (exceeded.isPresent()) {
            return rejected(id, reading.file(), document, null, exceeded.get(), List.of(exceeded.get()));
        }
        return new Submission(
                id,
                reading.file(),
                Verdict.PENDING,
                document,
                document,
                null,
                null,
                checked.findings(),
                checked.evidence());
    }

    private static Submission rejected(
            long id,
            InboxFile file,
            @Nullable ReturnDocument identity,
            @Nullable Owner owner,
            Finding reason,
            List<Finding> findings) {
        return new Submission(
                id, file, Verdict.REJECTED, null, identity, owner, reason.code(), findings, Evidence.WORDS);
    }

    /** What is a return and came after its period's closing day says so in a finding. */
    boolean afterClose() {
        return findings.stream().anyMatch(finding -> finding.code().equals(FindingCode.RETURN_AFTER_CLOSE.code()));
    }

    @Nullable
    String unit() {
        if (identity != null) {
            return identity.unit().code();
        }
        return owner == null ? null : owner.unit().code();
    }

    @Nullable
    String period() {
        if (identity != null) {
            return identity.period().code();
        }
        return owner == null || owner.period() == null ? null : owner.period().code();
    }

    /** A number that the store's columns cannot hold exactly rejects its return; it must not fail the whole run. */
    static final class NumberLimit {

        /** DECIMAL(18, 4) has fourteen digits before the point. */
        private static final int WHOLE_DIGITS = 14;

        private static final String LARGEST = "99999999999999.9999";

        private NumberLimit() {}

        static Optional<Finding> exceeded(ReturnDocument document) {
            Stream<Finding> cells = document.observations().stream()
                    .filter(cell -> cell.value() != null && !fits(cell.value()))
                    .map(cell -> finding(Place.cell(cell.sheet(), cell.cell()), cell.raw()));
            // Reading passes no such number on; this is for what else may come to give returns. A long register is not
            // read
            // for it.
            Stream<Finding> entries = document.entries().held().flatMap(entry -> entry.values().values().stream()
                    .filter(value -> value instanceof BigDecimal number && !fits(number))
                    .map(value -> finding(Place.sheet(entry.sheet()), value.toString())));
            return Stream.concat(cells, entries).findFirst();
        }

        private static boolean fits(BigDecimal value) {
            BigDecimal plain = value.stripTrailingZeros();
            return plain.scale() <= RowAppender.SCALE && plain.precision() - plain.scale() <= WHOLE_DIGITS;
        }

        private static Finding finding(Place place, String raw) {
            return Finding.of(FindingCode.FILE_LIMIT_EXCEEDED, place, "", raw, "number", LARGEST, raw);
        }
    }
}
