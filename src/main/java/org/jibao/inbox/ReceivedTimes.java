package org.jibao.inbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * The register of receipt that an officer keeps beside the files: {@code received.csv} with the columns
 * {@code file,received_at}. It goes before a file's time of last change, which copying loses.
 */
final class ReceivedTimes {

    static final String FILE_NAME = "received.csv";

    private final Path root;
    private final Map<String, Instant> times = new LinkedHashMap<>();

    ReceivedTimes(Path root) {
        this.root = root;
    }

    /**
     * Takes in one register; its names are relative to the folder it lies in.
     *
     * @throws ReceivedTimesException naming every bad line
     */
    void add(Path csv) throws IOException {
        List<ReceivedTimesException.Mistake> mistakes = new ArrayList<>();
        String body = text(csv);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(body), format)) {
            lines(csv, parser, mistakes);
        }
        if (!mistakes.isEmpty()) {
            throw new ReceivedTimesException(csv, mistakes);
        }
    }

    private void lines(Path csv, CSVParser parser, List<ReceivedTimesException.Mistake> mistakes) {
        try {
            boolean header = true;
            for (CSVRecord line : parser) {
                Text mistake = header ? headerMistake(line) : entry(csv, line);
                if (mistake != null) {
                    mistakes.add(new ReceivedTimesException.Mistake((int) parser.getCurrentLineNumber(), mistake));
                }
                header = false;
            }
        } catch (UncheckedIOException openQuote) {
            int line = (int) Math.max(1, parser.getCurrentLineNumber());
            mistakes.add(new ReceivedTimesException.Mistake(
                    line,
                    new Text(
                            "到这一行为止有引号没有成对，无法分栏；请补上或去掉它",
                            "up to this line a quotation mark has no partner; close it or take it out")));
        }
    }

    /** UTF-8 where every byte fits it, else GB18030, which is what a Chinese Excel writes. */
    private static String text(Path csv) throws IOException {
        byte[] bytes = Files.readAllBytes(csv);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable Text headerMistake(CSVRecord line) {
        if (line.size() == 2 && line.get(0).equals("file") && line.get(1).equals("received_at")) {
            return null;
        }
        return new Text(
                "首行应为“file,received_at”，现为“" + String.join(",", line.values()) + "”",
                "the first line must be \"file,received_at\", it is \"" + String.join(",", line.values()) + "\"");
    }

    private @Nullable Text entry(Path csv, CSVRecord line) {
        if (line.size() != 2 || line.get(0).isEmpty()) {
            return new Text("应有文件名和收到时间两栏", "must have two columns, the file and when it was received");
        }
        Instant time = time(line.get(1));
        if (time == null) {
            return new Text(
                    "“" + line.get(1) + "”不是收到时间，应如 2026-10-09T16:30:00+08:00",
                    "\"" + line.get(1) + "\" is no time of receipt such as 2026-10-09T16:30:00+08:00");
        }
        if (times.putIfAbsent(nameInRoot(csv, line.get(0)), time) != null) {
            return new Text("文件“" + line.get(0) + "”登记了两次", "\"" + line.get(0) + "\" is entered twice");
        }
        return null;
    }

    private String nameInRoot(Path csv, String file) {
        String folder = Inbox.name(root, csv.resolveSibling(""));
        String name = file.replace('\\', '/');
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Nullable
    Instant of(String name) {
        return times.get(name);
    }

    /** Names that have been entered, less those that lie in the inbox. */
    List<String> absent(Set<String> present) {
        return times.keySet().stream().filter(name -> !present.contains(name)).toList();
    }
}
