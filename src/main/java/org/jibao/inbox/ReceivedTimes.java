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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, ReceiptTime> times = new LinkedHashMap<>();
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

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
                .setDelimiter(separator(body))
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
            for (CSVRecord record : parser) {
                List<String> line = filled(record);
                if (line.isEmpty()) {
                    continue;
                }
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

    /** Excel writes what the machine's region says; the header tells. */
    private static char separator(String body) {
        String header = body.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    /** Without the empty columns that a spreadsheet puts behind; a line of nothing else is none. */
    private static List<String> filled(CSVRecord line) {
        List<String> values = new ArrayList<>(line.toList());
        while (!values.isEmpty() && values.get(values.size() - 1).isBlank()) {
            values.remove(values.size() - 1);
        }
        return values;
    }

    /** UTF-8 where every byte fits it, else GB18030, which is what a Chinese Excel writes; "Unicode text" has its mark. */
    private static String text(Path csv) throws IOException {
        byte[] bytes = Files.readAllBytes(csv);
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
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

    private static @Nullable Text headerMistake(List<String> line) {
        if (line.size() == 2
                && line.get(0).equalsIgnoreCase("file")
                && line.get(1).equalsIgnoreCase("received_at")) {
            return null;
        }
        return new Text(
                "首行应为“file,received_at”，现为“" + String.join(",", line) + "”",
                "the first line must be \"file,received_at\", it is \"" + String.join(",", line) + "\"");
    }

    private @Nullable Text entry(Path csv, List<String> line) {
        if (line.size() != 2 || line.get(0).isEmpty()) {
            return new Text("应有文件名和收到时间两栏", "must have two columns, the file and when it was received");
        }
        Optional<ReceiptTime> time = ReceiptTime.read(line.get(1));
        if (time.isEmpty()) {
            return new Text(
                    "“" + line.get(1) + "”不是收到时间，应如 2026-10-09T16:30:00+08:00 或 2026/10/9 16:30",
                    "\"" + line.get(1)
                            + "\" is no time of receipt such as 2026-10-09T16:30:00+08:00 or 2026/10/9 16:30");
        }
        if (times.putIfAbsent(nameInRoot(csv, line.get(0)), time.get()) != null) {
            return new Text("文件“" + line.get(0) + "”登记了两次", "\"" + line.get(0) + "\" is entered twice");
        }
        return null;
    }

    private String nameInRoot(Path csv, String file) {
        String folder = Inbox.name(root, csv.resolveSibling(""));
        String name = file.replace('\\', '/');
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** @param clock by which times were written that name no offset */
    void in(ZoneId clock) {
        zone = clock;
    }

    @Nullable
    Instant of(String name) {
        ReceiptTime time = times.get(name);
        return time == null ? null : time.in(zone);
    }

    /** Names that have been entered, less those that lie in the inbox. */
    List<String> absent(Set<String> present) {
        return times.keySet().stream().filter(name -> !present.contains(name)).toList();
    }
}
