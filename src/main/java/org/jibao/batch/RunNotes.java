package org.jibao.batch;

import java.io.IOException;
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
        if (!summary.written()) {
            return;
        }
        try {
            for (var file : summary.files()) {
                Map<String, String> output = new LinkedHashMap<>();
                output.put("period", summary.period().code());
                output.put("file", file.getFileName().toString());
                output.put("sha256", HashedFile.of(file).sha256());
                published.add(output);
            }
        } catch (IOException e) {
            throw Failures.output(e);
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
