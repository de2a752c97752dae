package org.jibao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.delivery.AtomicFiles;
import org.jibao.run.JobFolders;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.jibao.schedule.ScheduledJob.Timetable;
import org.jibao.schedule.Scheduler.NightWork;
import org.jibao.schedule.Scheduler.ScheduleSettings;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/** The jobs of a schedule as their folders have them now. */
final class JobsOnSchedule {

    private final ScheduleSettings settings;
    private final NightWork work;
    private final FirstScheduled first;
    private final Map<String, ScheduledJob> jobs = new TreeMap<>();
    private final Map<String, FileTime> read = new HashMap<>();

    JobsOnSchedule(ScheduleSettings settings, NightWork work) {
        this.settings = settings;
        this.work = work;
        this.first = FirstScheduled.beside(settings.store());
    }

    /** By name. */
    List<ScheduledJob> all() {
        return List.copyOf(jobs.values());
    }

    /**
     * Reads every {@code job.yaml} that was changed since it was read last. One with mistakes is told of once and its job
     * keeps the times that it had, or waits until they are mended. Mistakes elsewhere in the folder take no job off the schedule:
     * its next night fails of them, and is told of as any that fails.
     *
     * @return whether anything has changed
     */
    boolean refresh(Instant now) {
        List<String> names = names();
        boolean changed = jobs.keySet().retainAll(names);
        read.keySet().retainAll(names);
        for (String name : names) {
            FileTime time = changedAt(settings.jobs().resolve(name).resolve("job.yaml"));
            if (!time.equals(read.put(name, time))) {
                changed |= read(name, now);
            }
        }
        return changed;
    }

    /** Folders that are gone for a moment, as on a network drive, take no job off the schedule. */
    private List<String> names() {
        if (!settings.wanted().isEmpty()) {
            return settings.wanted();
        }
        return jobs.isEmpty() || Files.isDirectory(settings.jobs())
                ? JobFolders.names(settings.jobs())
                : List.copyOf(jobs.keySet());
    }

    private boolean read(String name, Instant now) {
        try {
            JobDefinition job = JobFolders.head(settings.jobs(), name);
            jobs.put(name, new ScheduledJob(name, first.of(name, now), new Timetable(job.schedule(), job.zone())));
            return true;
        } catch (ProblemsException | OperationalFailure wrong) {
            work.failed(name, wrong);
            return false;
        } catch (UnusableArgument unknown) {
            if (jobs.isEmpty()) {
                throw unknown;
            }
            work.failed(name, unknown);
            return false;
        }
    }

    private static FileTime changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

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
                if (since.get(job) instanceof String time
                        && !Instant.parse(time).isAfter(now)) {
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
            return Files.exists(file)
                    ? new LinkedHashMap<>(Json.object(Files.readString(file)))
                    : new LinkedHashMap<>();
        }

        private void write(Map<String, @Nullable Object> since) throws IOException {
            AtomicFiles outbox = AtomicFiles.open(
                    java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
            String name = file.getFileName().toString();
            outbox.write(name, draft -> Files.writeString(draft, Json.of(since) + "\n"));
            outbox.deliver(name);
        }
    }
}
