package org.jibao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that files have arrived and that nobody is writing any more. The file system's own events only say when to look, and
 * not every one sends them (network drives do not): what counts is sizes and times, looked at anew while something is going on.
 */
final class InboxWatch implements AutoCloseable {

    private static final Duration LOOKS = Duration.ofSeconds(10);
    private static final Duration LOOKS_BESIDE_EVENTS = Duration.ofMinutes(1);

    private final Path folder;
    private final Duration quiet;
    private Map<String, String> known = Map.of();
    private Map<String, String> seen = Map.of();
    private Instant seenAt = Instant.EPOCH;
    private @Nullable Instant looked;
    private @Nullable FolderEvents events;

    /** What lies there already counts as arrived: it may have come while nobody watched. */
    InboxWatch(Path folder, Duration quiet) {
        this.folder = folder;
        this.quiet = quiet;
    }

    /** Whether there is something new and nothing has changed for the quiet time; says so once. */
    boolean arrived(Instant now) {
        if (seen.equals(known) && !timeToLook(now)) {
            return false;
        }
        looked = now;
        Map<String, String> files = InboxState.of(folder);
        if (!files.equals(seen) || now.isBefore(seenAt)) {
            seen = files;
            seenAt = now;
            return false;
        }
        if (seen.equals(known) || Duration.between(seenAt, now).compareTo(quiet) < 0) {
            return false;
        }
        boolean fresh = !known.entrySet().containsAll(seen.entrySet());
        known = seen;
        return fresh;
    }

    private boolean timeToLook(Instant now) {
        if (looked == null) {
            return true;
        }
        boolean told = events != null && events.any();
        Duration looks = events == null ? LOOKS : LOOKS_BESIDE_EVENTS;
        boolean time = Duration.between(looked, now).abs().compareTo(looks) >= 0;
        if (time && events == null) {
            events = FolderEvents.of(folder).orElse(null);
        }
        return told || time;
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
    }

    /** The file system's word that something has changed in a folder or below it. */
    static final class FolderEvents implements AutoCloseable {

        private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);

        private final WatchService service;
        private final Map<WatchKey, Path> folders = new HashMap<>();

        private FolderEvents(WatchService service) {
            this.service = service;
        }

        /** Empty where the folder is not there, or the file system has no events to give. */
        static Optional<FolderEvents> of(Path folder) {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            try {
                FolderEvents events = new FolderEvents(folder.getFileSystem().newWatchService());
                events.register(folder);
                return Optional.of(events);
            } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
                LOG.info("no events from {}: it is looked at every ten seconds", folder, e);
                return Optional.empty();
            }
        }

        private void register(Path folder) throws IOException {
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path each : below.filter(Files::isDirectory).toList()) {
                    folders.put(
                            each.register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE),
                            each);
                }
            }
        }

        /** Whether there were any since the last time that this was asked. */
        boolean any() {
            boolean any = false;
            try {
                for (WatchKey key = service.poll(); key != null; key = service.poll()) {
                    any = true;
                    Path folder = folders.get(key);
                    List<WatchEvent<?>> seen = key.pollEvents();
                    if (folder != null) {
                        seen.forEach(event -> registerNew(folder, event));
                    }
                    if (!key.reset()) {
                        folders.remove(key);
                    }
                }
            } catch (ClosedWatchServiceException ended) {
                return false;
            }
            return any;
        }

        private void registerNew(Path folder, WatchEvent<?> event) {
            if (event.context() instanceof Path name && Files.isDirectory(folder.resolve(name))) {
                try {
                    register(folder.resolve(name));
                } catch (IOException | UncheckedIOException e) {
                    LOG.info("no events from {}: it is looked at every minute", folder.resolve(name), e);
                }
            }
        }

        @Override
        public void close() {
            try {
                service.close();
            } catch (IOException e) {
                LOG.info("the file system's events could not be given back", e);
            }
        }
    }

    /** Size and time of last change of each file that may be a submission; a folder that is not there has none. */
    static final class InboxState extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Map<String, String> files = new TreeMap<>();

        private InboxState(Path root) {
            this.root = root;
        }

        static Map<String, String> of(Path folder) {
            InboxState state = new InboxState(folder);
            try {
                if (Files.isDirectory(folder)) {
                    Files.walkFileTree(folder, state);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return state.files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** Neither hidden files nor the locks of workbooks that somebody has open. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && !file.getFileName().toString().startsWith("~$")) {
                files.put(root.relativize(file).toString(), attributes.size() + "@" + attributes.lastModifiedTime());
            }
            return FileVisitResult.CONTINUE;
        }

        /** Gone again, or not to be read: the run says so if it is still there. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
