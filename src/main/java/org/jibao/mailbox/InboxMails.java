package org.jibao.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.guard.OwnFiles;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Left;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.mime.LeftPart;
import org.jibao.mime.MailMessage;
import org.jibao.mime.MailPart;
import org.jibao.mime.PartDamage;
import org.jibao.support.Sha256;

/**
 * The files of mails in an inbox, one folder a mail: {@code mail/20261009-163000-ab12cd34/}. They are first written to
 * a hidden folder, which no listing looks into; then the mail is put on record; then the folder gets its name. What a
 * kill has left is brought to its end by {@link #settle}: a mail on record gets its files, what is on no record is
 * removed.
 */
public final class InboxMails {

    private static final String DRAFT = ".jibao-mail-";
    private static final String FOLDER = "mail";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int SHOWN_ID = 8;

    private final Path inbox;
    private final ZoneId zone;

    public InboxMails(Path inbox, ZoneId zone) {
        this.inbox = inbox;
        this.zone = zone;
    }

    /** What was written of a mail. */
    record Drafted(List<MailFile> files, List<Left> left) {}

    /**
     * Writes the files of a mail to its hidden folder. What is damaged or too large is left, and said to be.
     *
     * @throws IOException where the server is silent or the disk is full; nothing of the mail is on record then
     */
    Drafted draft(String id, MailMessage mail, Instant receivedAt) throws IOException {
        List<MailFile> files = new ArrayList<>();
        List<Left> left =
                new ArrayList<>(mail.left().stream().map(InboxMails::left).toList());
        if (mail.parts().isEmpty()) {
            return new Drafted(files, left);
        }
        Path draft = OwnFiles.folders(inbox.resolve(DRAFT + id));
        Set<String> taken = new HashSet<>();
        for (MailPart part : mail.parts()) {
            String name = free(part.name(), taken);
            Path file = draft.resolve(name);
            try {
                part.writeTo(file);
            } catch (PartDamage damage) {
                left.add(left(new LeftPart(name, damage.why())));
                continue;
            }
            Files.setLastModifiedTime(file, FileTime.from(receivedAt));
            onDisk(file);
            String place = folder(id, receivedAt) + "/" + name;
            files.add(new MailFile(part.number(), place, part.givenName(), Files.size(file), Sha256.of(file)));
        }
        return new Drafted(files, left);
    }

    /** Of a mail whose files are not taken. */
    static Drafted nothing(MailMessage mail) {
        return new Drafted(List.of(), mail.left().stream().map(InboxMails::left).toList());
    }

    private static Left left(LeftPart part) {
        return new Left(part.name(), part.why().name().toLowerCase(Locale.ROOT));
    }

    private static void onDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private String folder(String id, Instant receivedAt) {
        return FOLDER + "/" + NAME.format(receivedAt.atZone(zone)) + "-" + id.substring(0, SHOWN_ID);
    }

    /** A hidden file is no submission, so that none is made of an attachment. */
    private static String free(String given, Set<String> taken) {
        String name = given.startsWith(".") ? "_" + given : given;
        String free = name;
        int dot = name.lastIndexOf('.');
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = dot <= 0
                    ? name + " (" + number + ")"
                    : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
        }
        return free;
    }

    /** Gives a mail that is on record its folder. */
    void place(MailRecord mail) throws IOException {
        Path draft = inbox.resolve(DRAFT + mail.id());
        Optional<String> folder = mail.files().stream()
                .map(file -> file.name().substring(0, file.name().lastIndexOf('/')))
                .findFirst();
        if (folder.isEmpty()) {
            remove(draft);
            return;
        }
        Path target = inbox.resolve(folder.get());
        OwnFiles.sharedFolder(java.util.Objects.requireNonNull(target.getParent()));
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            into(draft, target);
        } else {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The folder is there: somebody has put something under its name. Nothing there is overwritten. */
    private static void into(Path draft, Path target) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(draft)) {
            for (Path file : files) {
                Path place = target.resolve(file.getFileName());
                if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(file, place);
                } else if (Files.mismatch(file, place) >= 0) {
                    throw new java.nio.file.FileAlreadyExistsException(place.toString());
                }
            }
        }
        remove(draft);
    }

    /** Ends what a kill has left: to be called before an inbox is listed, and before mails are fetched. */
    public void settle(MailsOnRecord mails) throws IOException {
        if (!Files.isDirectory(inbox)) {
            return;
        }
        List<Path> drafts = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(inbox, DRAFT + "*")) {
            found.forEach(drafts::add);
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        for (Path draft : drafts) {
            String id = draft.getFileName().toString().substring(DRAFT.length());
            Optional<MailRecord> mail = mails.mail(id);
            if (mail.isPresent()) {
                place(mail.get());
            } else {
                remove(draft);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
