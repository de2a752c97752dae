package org.jibao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.delivery.AtomicFiles;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/**
 * {@code <store>.scheduled.json}: since when each job has been on the schedule, so that a first night that falls into a stop is
 * known to be missed, and the nights before a job was ever scheduled are not.
 */
record FirstScheduled(Path file) {

    static FirstScheduled beside(Path store) {
        return new FirstScheduled(store.resolveSibling(store.getFileName() + ".scheduled.json"));
    }

    /**
     * When the job was first put on the schedule, which is now where it never was, and where that is yet to come: a clock
     * noted it that has been set right since.
     */
    Instant of(String job, Instant now) {
        try {
            Map<String, @Nullable Object> since = read();
            if (since.get(job) instanceof String time && !Instant.parse(time).isAfter(now)) {
                return Instant.parse(time);
            }
            since.put(job, now.toString());
            write(since);
            return now;
        } catch (DateTimeException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, @Nullable Object> read() throws IOException {
        return Files.exists(file) ? new LinkedHashMap<>(Json.object(Files.readString(file))) : new LinkedHashMap<>();
    }

    private void write(Map<String, @Nullable Object> since) throws IOException {
        AtomicFiles outbox = AtomicFiles.open(
                java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        String name = file.getFileName().toString();
        outbox.write(name, draft -> Files.writeString(draft, Json.of(since) + "\n"));
        outbox.deliver(name);
    }
}
