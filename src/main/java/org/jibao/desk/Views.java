package org.jibao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jibao.definition.loading.JobLoader;
import org.jibao.run.Settings;
import org.jibao.store.Snapshot;

/**
 * What pages have asked of the published snapshot, kept until the snapshot, the job folder or the day changes: what is
 * shown depends on nothing else. Thread-safe.
 */
final class Views {

    /** Each is as large as a page. */
    private static final int MOST = 24;

    private final Map<String, Held> held = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST;
        }
    };

    /** @param stamp tells what it was computed of from anything else */
    private record Held(String stamp, Object view) {}

    /**
     * The view, computed now or before.
     *
     * @param what tells it from other views of the same job and period
     * @param day on which it is looked at, in the job's time zone
     */
    <T> T of(Settings settings, String period, String day, String what, Class<T> type, Supplier<T> make) {
        String key = settings.job() + "/" + period + "/" + what;
        String stamp = day + stamp(settings);
        synchronized (held) {
            Held known = held.get(key);
            if (known != null && known.stamp().equals(stamp)) {
                return type.cast(known.view());
            }
        }
        T made = make.get();
        synchronized (held) {
            held.put(key, new Held(stamp, made));
        }
        return made;
    }

    private static String stamp(Settings settings) {
        StringBuilder stamp = new StringBuilder();
        add(stamp, Snapshot.beside(settings.store()));
        addAll(stamp, settings.jobFolder());
        addAll(stamp, settings.jobs().resolve(JobLoader.COMMON));
        return stamp.toString();
    }

    private static void addAll(StringBuilder stamp, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 4)) {
            files.sorted().forEach(file -> add(stamp, file));
        } catch (IOException | UncheckedIOException unreadable) {
            stamp.append(System.nanoTime());
        }
    }

    private static void add(StringBuilder stamp, Path file) {
        try {
            stamp.append('|').append(file.getFileName()).append(' ').append(Files.size(file));
            stamp.append(' ').append(Files.getLastModifiedTime(file));
        } catch (IOException gone) {
            stamp.append("-");
        }
    }
}
