package org.jibao.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.inbox.InboxFile;
import org.jspecify.annotations.Nullable;

/**
 * What the store already has of some files' bytes. The first submission of them makes later ones duplicates, unless it
 * was rejected for something that the bytes alone do not settle, a unit that has since come to the roster, say, or was
 * withdrawn before they came: then they are sent anew.
 */
final class EarlierFiles {

    /** Rejections for a defect of the bytes themselves have codes that begin so; they hold under any name. */
    private static final String DEFECT = "file-";

    private static final String QUERY = Script.read("intake/earlier");

    private final Map<String, List<First>> firsts = new HashMap<>();
    private final Map<KnownFile, Instant> known = new HashMap<>();

    /**
     * A submission of some bytes.
     *
     * @param until when it was withdrawn, or {@link Instant#MAX}: what came later is nothing that it has anticipated
     */
    record First(long id, String file, Instant receivedAt, Instant until) {
        First(long id, String file, Instant receivedAt) {
            this(id, file, receivedAt, Instant.MAX);
        }
    }

    static EarlierFiles of(Sql sql, String job, Collection<String> hashes) {
        EarlierFiles earlier = new EarlierFiles();
        for (List<@Nullable Object> row :
                sql.query(QUERY, job, String.join(",", hashes)).rows()) {
            String file = String.valueOf(row.get(1));
            String sha256 = String.valueOf(row.get(2));
            First first =
                    new First((Long) required(row.get(0)), file, (Instant) required(row.get(3)), until(row.get(5)));
            earlier.add(first, sha256, (String) row.get(4));
        }
        return earlier;
    }

    static Instant until(@Nullable Object withdrawnAt) {
        return withdrawnAt instanceof Instant time ? time : Instant.MAX;
    }

    /**
     * @param reason the code of the finding that rejected it, or null
     */
    void add(First submission, String sha256, @Nullable String reason) {
        known.merge(new KnownFile(submission.file(), sha256), submission.until(), EarlierFiles::later);
        if (reason == null || reason.startsWith(DEFECT)) {
            firsts.computeIfAbsent(sha256, bytes -> new ArrayList<>()).add(submission);
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    boolean knows(InboxFile file) {
        Instant until = known.get(new KnownFile(file.name(), file.sha256()));
        return until != null && !file.receivedAt().isAfter(until);
    }

    @Nullable
    First first(InboxFile file) {
        return firsts.getOrDefault(file.sha256(), List.of()).stream()
                .filter(first -> !file.receivedAt().isAfter(first.until()))
                .findFirst()
                .orElse(null);
    }

    private static Object required(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }
}
