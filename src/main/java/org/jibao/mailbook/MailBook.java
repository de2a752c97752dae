package org.jibao.mailbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.guard.OwnFiles;
import org.jibao.support.Json;
import org.jibao.support.LineFile;
import org.jspecify.annotations.Nullable;

/**
 * The file of mails and answers of one job: one JSON object a line, only ever added to, for its owner alone. A mail is
 * taken in when its line is on the disk. What a kill has cut off is passed over by readers, and ended by the next
 * writer. Thread-safe.
 */
public final class MailBook {

    /** MiB of the file: a hundred years of mails from 2,000 units. */
    static final int MOST_MEBIBYTES = 1024;

    /** Signs of one line; a longer one was not written here. */
    static final int LONGEST_LINE = 1 << 20;

    /** A file lock holds for a whole process, and closing any channel of the file gives it back. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;

    private MailBook(Path file) {
        this.file = file;
    }

    /** {@code data/jibao.duckdb} has {@code data/jibao.duckdb.mail/<job>.jsonl}. */
    public static MailBook beside(Path store, String job) {
        return new MailBook(folder(store).resolve(job + ".jsonl"));
    }

    /** The folder in which all books of a store lie, and mails that are kept. */
    public static Path folder(Path store) {
        return store.resolveSibling(store.getFileName() + ".mail");
    }

    public Path file() {
        return file;
    }

    /** Adds mails; they are on the disk when this returns. */
    public void addMails(Collection<MailRecord> mails) throws IOException {
        add(mails.stream().map(BookLine::of).toList());
    }

    /** Adds answers, or what has become of them. */
    public void addAnswers(Collection<AnswerRecord> answers) throws IOException {
        add(answers.stream().map(BookLine::of).toList());
    }

    /** Notes that mails have their keyword, or lie in their folder. */
    public void addMarked(Collection<String> ids) throws IOException {
        add(ids.stream().map(BookLine::marked).toList());
    }

    /** Notes that mails lie in another place as well, or now. */
    public void addPlaces(Map<String, MailRecord.Place> places) throws IOException {
        add(places.entrySet().stream()
                .map(entry -> BookLine.seen(entry.getKey(), entry.getValue()))
                .toList());
    }

    private void add(List<Map<String, @Nullable Object>> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Map<String, @Nullable Object> line : lines) {
            text.append(Json.line(line).strip()).append('\n');
        }
        synchronized (ONE_AT_A_TIME) {
            OwnFiles.folders(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            try (FileChannel channel = OwnFiles.channel(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                String start = LineFile.endsInMidLine(channel) ? "\n" : "";
                byte[] bytes = (start + text).getBytes(StandardCharsets.UTF_8);
                if (channel.size() + bytes.length > MOST_MEBIBYTES * 1024L * 1024) {
                    throw new IOException(file + " is full");
                }
                LineFile.append(channel, bytes);
            }
        }
    }

    /** All that is on record; nothing where there is no file. */
    public MailsOnRecord read() throws IOException {
        MailsOnRecord mails = new MailsOnRecord();
        synchronized (ONE_AT_A_TIME) {
            if (!Files.exists(file)) {
                return mails;
            }
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                for (String line = line(reader); line != null; line = line(reader)) {
                    mails.add(parsed(line));
                }
            }
        }
        return mails;
    }

    private static Map<String, @Nullable Object> parsed(String line) {
        try {
            return Json.object(line);
        } catch (IOException cutOff) {
            return Map.of();
        }
    }

    /** A line without its end; one that is too long is empty. */
    private static @Nullable String line(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        boolean tooLong = false;
        for (int sign = reader.read(); sign >= 0; sign = reader.read()) {
            any = true;
            if (sign == '\n') {
                return tooLong ? "" : line.toString();
            }
            tooLong |= line.length() >= LONGEST_LINE;
            if (!tooLong) {
                line.append((char) sign);
            }
        }
        return any && !tooLong ? line.toString() : any ? "" : null;
    }
}
