package org.jibao.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store already has of some files' bytes. The first submission of them makes later ones duplicates, unless it
 * was rejected for something that the bytes alone do not settle: a unit that has since come to the roster, say.
 */
final class EarlierFiles {

    /** Rejections for a defect of the bytes themselves have codes that begin so; they hold under any name. */
    private static final String DEFECT = "file-";

    private static final String QUERY = Script.read("intake/earlier");

    private final Map<String, First> firsts = new HashMap<>();
    private final Set<KnownFile> known = new HashSet<>();

    /** The first submission of some bytes. */
    record First(long id, String file, Instant receivedAt) {}

    static EarlierFiles of(Sql sql, String job, Collection<String> hashes) {
        EarlierFiles earlier = new EarlierFiles();
        for (List<@Nullable Object> row :
                sql.query(QUERY, job, String.join(",", hashes)).rows()) {
            String file = String.valueOf(row.get(1));
            String sha256 = String.valueOf(row.get(2));
            First first = new First((Long) required(row.get(0)), file, (Instant) required(row.get(3)));
            earlier.add(first, sha256, (String) row.get(4));
        }
        return earlier;
    }

    /**
     * @param reason the code of the finding that rejected it, or null
     */
    void add(First submission, String sha256, @Nullable String reason) {
        known.add(new KnownFile(submission.file(), sha256));
        if (reason == null || reason.startsWith(DEFECT)) {
            firsts.putIfAbsent(sha256, submission);
        }
    }

    boolean knows(String file, String sha256) {
        return known.contains(new KnownFile(file, sha256));
    }

    @Nullable
    First first(String sha256) {
        return firsts.get(sha256);
    }

    private static Object required(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }
}
