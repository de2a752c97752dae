package org.jibao.flow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a month has come to.
 *
 * @param mails what each mail said each time it came, by whom it came to and its id
 * @param deliveries what became of each
 * @param runs of the ledger, by the night's time
 */
record MonthEnd(
        Remains remains,
        Map<String, List<List<String>>> mails,
        Map<String, String> deliveries,
        Map<String, List<RunRecord>> runs) {

    static MonthEnd of(Month month) throws IOException {
        String folder = month.folder().toString();
        Map<String, List<List<String>>> mails = new TreeMap<>();
        for (ReceivedMail mail : month.post().mails()) {
            mails.computeIfAbsent(mail.key(folder), key -> new ArrayList<>()).add(mail.words(folder));
        }
        Map<String, String> deliveries = new TreeMap<>();
        for (OutgoingItem item : Outbox.beside(month.store()).items()) {
            String id = item.audience().equals("operators") ? "" : item.id();
            String key = String.join(" ", item.queuedAt().toString(), item.period(), item.audience(), id);
            // Not how often it was tried: a run that is killed after a vain attempt makes it one more.
            deliveries.put(key, item.state() + " " + item.sentAt());
        }
        Map<String, List<RunRecord>> runs = RunLedger.beside(month.store()).runs().stream()
                .collect(groupingBy(run -> run.asOf().toString(), TreeMap::new, toList()));
        return new MonthEnd(Remains.of(month.folder()), mails, deliveries, runs);
    }

    /** In what the disturbed month differs from this one, of which nothing may be left over or be missing. */
    List<String> differences(MonthEnd disturbed) {
        List<String> differences = new ArrayList<>(remains.differences(disturbed.remains));
        compare("mail ", union(mails, disturbed.mails), differences, this::said, disturbed::said);
        compare(
                "delivery ",
                union(deliveries, disturbed.deliveries),
                differences,
                deliveries::get,
                disturbed.deliveries::get);
        compare("ledger ", union(runs, disturbed.runs), differences, this::inTheEnd, disturbed::inTheEnd);
        return differences;
    }

    private static void compare(
            String what,
            Set<String> keys,
            List<String> differences,
            Function<String, @Nullable Object> here,
            Function<String, @Nullable Object> there) {
        keys.stream()
                .filter(key -> !Objects.equals(here.apply(key), there.apply(key)))
                .forEach(key -> differences.add(what + key + ": " + here.apply(key) + " and " + there.apply(key)));
    }

    /** However often it came, it must have said one thing. */
    private @Nullable Set<List<String>> said(String mail) {
        List<List<String>> received = mails.get(mail);
        return received == null ? null : Set.copyOf(received);
    }

    /** How the night's last run ended, and what its runs took in together. */
    private @Nullable String inTheEnd(String night) {
        List<RunRecord> all = runs.get(night);
        return all == null ? null : all.get(all.size() - 1).state() + " " + verdicts(all);
    }

    private static Map<String, Long> verdicts(List<RunRecord> runs) {
        return runs.stream()
                .flatMap(run -> run.verdicts().entrySet().stream())
                .collect(groupingBy(Map.Entry::getKey, TreeMap::new, summingLong(Map.Entry::getValue)));
    }

    Map<String, Long> verdicts() {
        return verdicts(runs.values().stream().flatMap(List::stream).toList());
    }

    /** How many of the runs ended so. */
    long runs(RunRecord.State state) {
        return runs.values().stream()
                .flatMap(List::stream)
                .filter(run -> run.state() == state)
                .count();
    }

    /** How many mails came to each address, each counted once. */
    Map<String, Long> received() {
        return mails.keySet().stream()
                .collect(groupingBy(key -> key.substring(0, key.indexOf(' ')), TreeMap::new, counting()));
    }

    /** How many mails came to somebody more than once, by their ids. */
    long cameTwice() {
        return mails.entrySet().stream()
                .filter(mail -> mail.getValue().size() > 1)
                .map(mail -> mail.getKey().substring(mail.getKey().indexOf(' ')))
                .distinct()
                .count();
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
