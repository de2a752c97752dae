package org.jibao.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.testkit.FreshStore;

/** A small store to be kept, and what may befall it. */
public final class Kept {

    public static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    private Kept() {}

    /** Takes one return in and publishes. */
    public static void take(Path file, String name) {
        try (Store store = FreshStore.open(file)) {
            take(store, name);
            store.snapshot().publish();
        }
    }

    public static void take(Store store, String name) {
        JobDefinition job = SampleJob.create();
        Period period = Period.parse("2026Q3").orElseThrow();
        store.define(job, List.of(period), WorkingDays.china());
        store.inTransaction(() -> {
            store.submissions(job, NOW).write(List.of(Returns.of(name, name, SampleJob.TOWN, "2026Q3")));
            Judged.all(store, job, NOW);
        });
    }

    public static List<String> files(Path store) {
        try (Store open = FreshStore.open(store)) {
            return open.sql().query("SELECT file FROM intake.submission ORDER BY id").rows().stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .toList();
        }
    }

    public static void flip(Path file, long place) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(place);
            int old = bytes.read();
            bytes.seek(place);
            bytes.write(old ^ 0x10);
        }
    }

    /** Another process that has the store open until it is ended. */
    public static Process holder(Path store) throws IOException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockedStoreTest.Holder.class.getName(),
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        if (!"open".equals(lines.readLine())) {
            throw new IllegalStateException("the store was not opened");
        }
        return holder;
    }
}
