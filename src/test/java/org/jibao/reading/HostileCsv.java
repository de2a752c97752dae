package org.jibao.reading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxListing;
import org.jibao.inbox.Limits;
import org.jibao.reading.workbook.ReadProgress;

/** Reads what lies in an inbox in a JVM with little memory. Arguments: the inbox, the folder of jobs. Prints file and reason. */
final class HostileCsv {

    /** As much as a job may allow. */
    private static final Limits GENEROUS = new Limits(
            256L << 20, 2048L << 20, 200, 64, 1_048_576, 3_000_000, 1 << 27, java.time.Duration.ofSeconds(300));

    private HostileCsv() {}

    public static void main(String[] arguments) throws IOException {
        InboxListing listing = Inbox.list(Path.of(arguments[0]), GENEROUS);
        ReturnReader reader = new ReturnReader(
                JobLoader.load(Path.of(arguments[1])),
                GENEROUS,
                Path.of(arguments[0]).resolveSibling("entries"),
                ReadProgress.NOBODY,
                () -> false);
        listing.files().forEach(file -> System.out.println(file.name() + " " + said(reader.read(file))));
    }

    private static String said(Reading reading) {
        if (reading instanceof Reading.Rejected rejected) {
            return rejected.reason().code() + " "
                    + rejected.reason().arguments().values();
        }
        try (var entries = ((Reading.Read) reading).document().entries()) {
            return "read " + entries.size();
        }
    }

    /** A hundred megabytes each, in ways that a file can be long. */
    static void write(Path inbox) throws IOException {
        byte[] word = "青岚县教育局".getBytes(StandardCharsets.UTF_8);
        fill(inbox.resolve("line.csv"), word, 7_000_000);
        fill(inbox.resolve("rows.csv"), "1,2\n".getBytes(StandardCharsets.UTF_8), 33_000_000);
        fill(inbox.resolve("blank.csv"), "a,b\n\n\n\n".getBytes(StandardCharsets.UTF_8), 15_000_000);
        fill(inbox.resolve("columns.csv"), ",".getBytes(StandardCharsets.UTF_8), 100_000_000);
        fill(inbox.resolve("quote.csv"), "\"字\n".getBytes(StandardCharsets.UTF_8), 1);
        append(inbox.resolve("quote.csv"), "字,1\n".getBytes(StandardCharsets.UTF_8), 15_000_000);
        fill(inbox.resolve("gb.csv"), "青岚县教育局".getBytes(Charset.forName("GB18030")), 8_000_000);
    }

    private static void fill(Path file, byte[] piece, int times) throws IOException {
        Files.deleteIfExists(file);
        append(file, piece, times);
    }

    private static void append(Path file, byte[] piece, int times) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16)) {
            for (int i = 0; i < times; i++) {
                out.write(piece);
            }
        }
    }

    static List<String> expected() {
        return List.of(
                "blank.csv file-limit-exceeded [rows, 1048576, 1048577]",
                "columns.csv file-limit-exceeded [columns, 16384, 16385]",
                "gb.csv file-limit-exceeded [line, 1048576, 1048577]",
                "line.csv file-limit-exceeded [line, 1048576, 1048577]",
                "quote.csv file-quote-open [1, never-closed]",
                "rows.csv file-limit-exceeded [rows, 1048576, 1048577]");
    }
}
