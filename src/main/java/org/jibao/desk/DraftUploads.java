package org.jibao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.definition.FileLimits;
import org.jibao.desk.InboxUploads.Uploaded;
import org.jibao.desk.http.UploadedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of the form for a new job, under safe names in a temporary folder of their own, until the draft is made. */
final class DraftUploads {

    private static final Logger LOG = LoggerFactory.getLogger(DraftUploads.class);

    private final Path folder;
    private final List<Uploaded> files;

    private DraftUploads(Path folder, List<Uploaded> files) {
        this.folder = folder;
        this.files = files;
    }

    static DraftUploads of(List<UploadedFile> uploaded, Instant now) {
        try {
            Path folder = Files.createTempDirectory("desk-draft");
            long most = FileLimits.STANDARD.packedMebibytes() * 1024L * 1024;
            InboxUploads uploads = new InboxUploads(folder, most, ZoneOffset.UTC);
            List<Uploaded> files = new ArrayList<>();
            uploaded.forEach(file -> files.add(uploads.store(file, now)));
            return new DraftUploads(folder, List.copyOf(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    boolean any() {
        return files.stream().anyMatch(Uploaded::stored);
    }

    List<Uploaded> refused() {
        return files.stream().filter(file -> !file.stored()).toList();
    }

    /** A file that stays goes with this process's temporary folder. */
    void delete() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("files of a draft could not be removed: {}", folder, e);
        }
    }
}
