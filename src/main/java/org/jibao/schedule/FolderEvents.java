package org.jibao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file system's word that something has changed in a folder or below it. */
final class FolderEvents implements AutoCloseable {

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
