package org.jibao.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * What has to go out and whether it has gone: a folder beside the store, for each delivery a file that says so and, while a
 * mail waits, the mail. A delivery is known by its id, so that one summary is sent once, whatever was killed in between;
 * between the server's taking a mail and our noting it a kill can make it go twice, under the same Message-ID. One process at a
 * time sends: see {@link #lock}.
 */
public final class Outbox {
    private static final String NOTE = ".json";
    private static final String MAIL = ".eml";

    /** After each failed attempt it waits longer; from the last on, a day. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofDays(1));

    /** Letters, digits and hyphens, by which a file is named. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private final Path folder;

    /** What a delivery has come to in the end does not change: its note is read once. */
    private final Map<String, OutgoingItem> settled = new ConcurrentHashMap<>();

    public Outbox(Path folder) {
        this.folder = folder;
    }

    /** {@code data/jibao.duckdb} has {@code data/jibao.duckdb.outgoing/}. */
    public static Outbox beside(Path store) {
        return new Outbox(store.resolveSibling(store.getFileName() + ".outgoing"));
    }

    /** Whether a delivery was ever put here, gone or not. */
    public boolean knows(String id) {
        return Files.exists(folder.resolve(id + NOTE));
    }

    /** Takes a mail in to be sent; one that is known already, or that nobody gets, changes nothing. */
    public void put(OutgoingItem item, Mail mail) throws IOException {
        if (!knows(item.id()) && !item.to().isEmpty()) {
            Mailer.write(mail, mail(item));
            put(item);
        }
    }

    /** Takes a delivery in; those of the same kind that still wait are overtaken by it and go no more. */
    public void put(OutgoingItem item) throws IOException {
        if (knows(item.id())) {
            return;
        }
        for (OutgoingItem older : waiting()) {
            if (older.sameKind(item)) {
                settle(older.overtaken());
            }
        }
        note(item);
    }

    /** Takes a mail in that none overtakes and that overtakes none; one that is known already changes nothing. */
    public void add(OutgoingItem item, Mail mail) throws IOException {
        if (!knows(item.id()) && !item.to().isEmpty()) {
            Mailer.write(mail, mail(item));
            note(item);
        }
    }

    /** The delivery of this id, if it was ever put here. */
    public Optional<OutgoingItem> item(String id) throws IOException {
        return ID.matcher(id).matches() && knows(id) ? Optional.of(read(folder.resolve(id + NOTE))) : Optional.empty();
    }

    /** Lets what is held go; anything else stays as it is. */
    public void release(String id, Instant when) throws IOException {
        Optional<OutgoingItem> item = item(id).filter(one -> one.state() == OutgoingItem.State.HELD);
        if (item.isPresent()) {
            note(item.get().released(when));
        }
    }

    /**
     * Lets a delivery go no more that has not gone.
     *
     * @return whether it goes no more; not where it has gone, or another process is sending
     */
    public boolean drop(String id) throws IOException {
        Optional<OutgoingItem> item = item(id);
        if (item.isEmpty() || item.get().state() == OutgoingItem.State.DROPPED) {
            return true;
        }
        if (item.get().state() == OutgoingItem.State.HELD) {
            settle(item.get().dropped());
            return true;
        }
        try (OutgoingLock lock = lock()) {
            boolean waits = lock.taken() && stillWaits(item.get());
            if (waits) {
                settle(item.get().dropped());
            }
            return waits;
        }
    }

    /** Removes the notes of answers of a job that went, or were dropped, and were put here before then. */
    public void forgetAnswers(String job, Instant before) throws IOException {
        for (OutgoingItem item : items()) {
            if (item.isAnswer()
                    && item.job().equals(job)
                    && item.isSettled()
                    && item.queuedAt().isBefore(before)) {
                Files.deleteIfExists(mail(item));
                Files.deleteIfExists(folder.resolve(item.id() + NOTE));
            }
        }
    }

    /** What a mail says that has not gone; empty where it is not kept any more. */
    public Optional<KeptMail> shown(OutgoingItem item) throws IOException {
        Path mail = mail(item);
        return Files.exists(mail) ? Optional.of(KeptMail.of(mail)) : Optional.empty();
    }

    /** Those that have not gone, in the order in which they were put here. */
    public List<OutgoingItem> waiting() throws IOException {
        return items().stream()
                .filter(item -> item.state() == OutgoingItem.State.WAITING)
                .toList();
    }

    /**
     * Those of a job whose time has come; the ones that were tried least come first, so that a slow server's time does not
     * always go to the same, and answers after all else. One that waits longer than any does was noted by a clock that has been set back since.
     */
    public List<OutgoingItem> due(String job, Instant now) throws IOException {
        Instant longest = now.plus(WAITS.get(WAITS.size() - 1));
        return waiting().stream()
                .filter(item -> item.job().equals(job))
                .filter(item ->
                        !item.nextTryAt().isAfter(now) || item.nextTryAt().isAfter(longest))
                .sorted(Comparator.comparing(OutgoingItem::attempts).thenComparing(OutgoingItem::isAnswer))
                .toList();
    }

    /** Whether it has still to go: another process may have brought a newer one meanwhile. */
    public boolean stillWaits(OutgoingItem item) throws IOException {
        Path note = folder.resolve(item.id() + NOTE);
        return OutgoingItem.read(Files.readString(note)).state() == OutgoingItem.State.WAITING;
    }

    /** Whoever is about to send takes it: what two processes read as waiting would go twice. */
    public OutgoingLock lock() throws IOException {
        return OutgoingLock.attempt(folder);
    }

    /** Everything that was ever put here, in that order. */
    public List<OutgoingItem> items() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<OutgoingItem> items = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(path -> path.toString().endsWith(NOTE)).toList()) {
                OutgoingItem known = settled.get(path.getFileName().toString());
                items.add(known == null ? read(path) : known);
            }
        } catch (NoSuchFileException forgotten) {
            return items();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        items.sort(Comparator.comparing(OutgoingItem::queuedAt).thenComparing(OutgoingItem::id));
        return items;
    }

    private OutgoingItem read(Path note) throws IOException {
        OutgoingItem item = OutgoingItem.read(Files.readString(note));
        if (item.isSettled()) {
            settled.put(note.getFileName().toString(), item);
        }
        return item;
    }

    /** The mail of a delivery that waits. */
    public Path mail(OutgoingItem item) {
        return folder.resolve(item.id() + MAIL);
    }

    /**
     * Writes beforehand the note that it has gone, which {@link #sent} only moves into place: on a full disk nothing is sent
     * of which that could not be noted.
     */
    public void aboutToSend(OutgoingItem item, Instant when) throws IOException {
        draft(item.sent(when)).force(item.id() + NOTE);
    }

    /** Notes that it has gone to all. */
    public void sent(OutgoingItem item) throws IOException {
        AtomicFiles.open(folder).deliver(item.id() + NOTE);
        Files.deleteIfExists(mail(item));
    }

    /** Notes that its turn did not come. */
    public void putOff(OutgoingItem item, Text why) throws IOException {
        note(item.putOff(why));
    }

    /**
     * Notes that it has not gone, or not to all.
     *
     * @param remaining to whom it has still to go; empty for a delivery that is no mail
     */
    public void failed(OutgoingItem item, List<String> remaining, @Nullable Text why, Instant when) throws IOException {
        Duration wait = WAITS.get(Math.min(item.attempts(), WAITS.size() - 1));
        if (stillWaits(item)) {
            note(item.failed(remaining, why, when.plus(wait)));
        }
    }

    /** The note first: a mail that a kill leaves behind it is not sent again. */
    private void settle(OutgoingItem item) throws IOException {
        note(item);
        Files.deleteIfExists(mail(item));
    }

    private void note(OutgoingItem item) throws IOException {
        draft(item).deliver(item.id() + NOTE);
    }

    private AtomicFiles draft(OutgoingItem item) throws IOException {
        AtomicFiles outbox = AtomicFiles.open(folder);
        outbox.write(item.id() + NOTE, draft -> Files.writeString(draft, item.json()));
        return outbox;
    }
}
