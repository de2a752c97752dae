package org.jibao.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jibao.desk.http.UploadedFile;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.guard.GivenFileName;
import org.jibao.guard.OwnFiles;
import org.jibao.inbox.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts files of a form into the inbox, whole or not at all, and never over another. A file whose name is taken by
 * another file goes into a folder named by the time: units send a corrected return under the same name.
 */
final class InboxUploads {

    private static final Logger LOG = LoggerFactory.getLogger(InboxUploads.class);
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy-MM-dd HHmmss", Locale.ROOT);
    private static final String REGISTER = "received.csv";
    private static final String DRAFT = ".jibao-upload-";
    private static final int MOST_FOLDERS = 100;

    private final Path inbox;
    private final long mostBytes;
    private final ZoneId zone;

    /** @param mostBytes that the job takes of one file */
    InboxUploads(Path inbox, long mostBytes, ZoneId zone) {
        this.inbox = inbox;
        this.mostBytes = mostBytes;
        this.zone = zone;
    }

    /**
     * What became of one file.
     *
     * @param name as it is shown
     * @param stored whether it lies in the inbox now
     */
    record Uploaded(String name, boolean stored, Text said) {}

    /** @param now the time of receipt */
    Uploaded store(UploadedFile file, Instant now) {
        String last = GivenFileName.last(file.name());
        String name = GivenFileName.safe(last);
        String refusal = refusal(last, file.size());
        if (refusal != null) {
            return new Uploaded(name, false, Words.WORDS.text(refusal, mostBytes / (1024 * 1024)));
        }
        try {
            return stored(file, name, now);
        } catch (IOException e) {
            LOG.warn("a file of a form could not be put into the inbox", e);
            Text why = Cause.of(e).map(Cause::why).orElseGet(() -> Text.same(""));
            return new Uploaded(name, false, Words.WORDS.text("upload.failed", why));
        }
    }

    private @org.jspecify.annotations.Nullable String refusal(String name, long size) {
        if (name.startsWith(".") || Inbox.isDesktopFile(name)) {
            return "upload.desktop-file";
        }
        if (name.startsWith("~$")) {
            return "upload.lock";
        }
        if (name.equalsIgnoreCase(REGISTER)) {
            return "upload.register";
        }
        if (size == 0) {
            return "upload.empty";
        }
        return size > mostBytes ? "upload.too-large" : null;
    }

    private Uploaded stored(UploadedFile file, String name, Instant now) throws IOException {
        Files.createDirectories(inbox);
        Path draft = inbox.resolve(DRAFT + Long.toHexString(System.nanoTime()) + "-"
                + Thread.currentThread().getId());
        try {
            file.writeTo(draft);
            OwnFiles.tighten(draft);
            Files.setLastModifiedTime(draft, FileTime.from(now));
            return placed(draft, name, now);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Uploaded placed(Path draft, String name, Instant now) throws IOException {
        Path place = inbox.resolve(name);
        if (moved(draft, place)) {
            return new Uploaded(name, true, Words.WORDS.text("upload.stored"));
        }
        if (same(draft, place)) {
            return new Uploaded(name, true, Words.WORDS.text("upload.there-already"));
        }
        String day = FOLDER.format(now.atZone(zone));
        for (int i = 1; i <= MOST_FOLDERS; i++) {
            Path folder = inbox.resolve(i == 1 ? day : day + "-" + i);
            Files.createDirectories(folder);
            if (moved(draft, folder.resolve(name))) {
                String shown = folder.getFileName() + "/" + name;
                return new Uploaded(shown, true, Words.WORDS.text("upload.stored-beside", folder.getFileName()));
            }
            if (same(draft, folder.resolve(name))) {
                return new Uploaded(name, true, Words.WORDS.text("upload.there-already"));
            }
        }
        throw new FileAlreadyExistsException(place.toString());
    }

    /**
     * A link fails where the place is taken, by another program too; a move would not. Where there are no links, one
     * desk moves at a time.
     */
    private static boolean moved(Path draft, Path place) throws IOException {
        try {
            Files.createLink(place, draft);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException | UnsupportedOperationException noLinks) {
            return movedAlone(draft, place);
        }
    }

    private static synchronized boolean movedAlone(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.isRegularFile(other) && Files.mismatch(one, other) < 0;
    }
}
