package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.store.Store;

/** What a run did, gathered for the ledger while it does it. */
final class RunNotes {

    private final Map<String, Long> verdicts = new LinkedHashMap<>();
    private final List<Map<String, String>> inputs = new ArrayList<>();
    private final List<Map<String, String>> published = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private long undelivered;

    /** The number after which a collect that is about to begin will settle. */
    static long before(Store store, JobDefinition job) {
        return store.sql().query(Resource.sql("last_settled"), job.id()).number();
    }

    /** @param before what {@link #before} gave before the collect */
    void collected(Store store, JobDefinition job, long before) {
        store.sql().query(Resource.sql("run_inputs"), job.id(), before).rows().forEach(row -> {
            Map<String, String> input = new LinkedHashMap<>();
            input.put("file", String.valueOf(row.get(0)));
            input.put("sha256", String.valueOf(row.get(1)));
            input.put("verdict", String.valueOf(row.get(2)));
            inputs.add(input);
            RunLog.settled(input, String.valueOf(row.get(3)));
            verdicts.merge(String.valueOf(row.get(2)), 1L, Long::sum);
        });
        long superseded = store.sql()
                .query(Resource.sql("run_superseded"), job.id(), before)
                .number();
        if (superseded > 0) {
            verdicts.put("superseded", superseded);
        }
    }

    void summarized(SummaryOutcome summary) {
        String period = summary.period().code();
        try {
            if (summary.written()) {
                for (Path file : summary.files()) {
                    published(period, file);
                }
            } else {
                RunLog.left("summary", period, summary.files().size());
            }
            chased(period, summary.chase());
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private void published(String period, Path file) throws IOException {
        HashedFile hashed = HashedFile.of(file);
        Map<String, String> output = new LinkedHashMap<>();
        output.put("period", period);
        output.put("file", file.getFileName().toString());
        output.put("sha256", hashed.sha256());
        published.add(output);
        RunLog.published("summary", period, file, hashed.sha256());
    }

    private static void chased(String period, ChaseOutcome chase) throws IOException {
        if (!chase.written()) {
            RunLog.left("chase-list", period, chase.files().size());
            return;
        }
        for (Path file : chase.files()) {
            RunLog.published("chase-list", period, file, HashedFile.of(file).sha256());
        }
    }

    void delivered(DeliveryOutcome deliveries) {
        sent.addAll(deliveries.sent());
        undelivered = deliveries.waiting().size();
    }

    Map<String, Long> verdicts() {
        return verdicts;
    }

    List<Map<String, String>> inputs() {
        return inputs;
    }

    List<Map<String, String>> published() {
        return published;
    }

    List<String> sent() {
        return sent;
    }

    long undelivered() {
        return undelivered;
    }
}
