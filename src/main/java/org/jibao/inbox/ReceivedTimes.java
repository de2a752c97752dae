package org.jibao.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.MailReceipts.MailReceipt;
import org.jspecify.annotations.Nullable;

/**
 * The register of receipt that an officer or a mail gateway keeps beside the inbox: {@code received.csv} with the columns
 * {@code file,received_at} and, where it is known who sent a file, {@code sender}. It goes before a file's time of last change, which
 * copying loses. Names are relative to the inbox; where several inboxes lie side by side, one register serves them all by names that
 * begin with the folder of the inbox.
 */
final class ReceivedTimes {

    private static final Wording WORDS = Wording.of(ReceivedTimes.class);

    /** The lines of a hundred thousand files. */
    static final int MOST_BYTES = 16 << 20;

    static final int MOST_LINES = 200_000;
    static final int LONGEST_LINE = 4096;

    /** So many lines are named one by one. */
    private static final int NAMED = 20;

    /** Of what a line says, so much is quoted. */
    private static final int QUOTED = 60;

    private static final List<String> COLUMNS = List.of("file", "received_at", "sender");

    private final Path file;
    private final Path root;
    private final ZoneId zone;
    private final boolean prefixed;
    private final MailReceipts mails;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> contradicted = new HashSet<>();
    private final List<Text> notices = new ArrayList<>();
    private int badLines;
    private int senderColumn = -1;

    /**
     * What a line says of a file.
     *
     * @param at null where it names the sender alone
     */
    private record Entry(
            int line, @Nullable Instant at, @Nullable String sender) {

        boolean says(Entry other) {
            return java.util.Objects.equals(at, other.at) && java.util.Objects.equals(sender, other.sender);
        }
    }

    private ReceivedTimes(Path file, Path root, ZoneId zone, MailReceipts mails) {
        this.mails = mails;
        this.file = file;
        this.root = root;
        this.zone = zone;
        // A folder of the inbox's own name inside it has the first claim to such names.
        this.prefixed = root.getFileName() != null && !Files.exists(root.resolve(folder()));
    }

    private String folder() {
        return String.valueOf(root.getFileName());
    }

    /**
     * Takes in what can be understood. Never fails: what cannot is in {@link #notices()}.
     *
     * @param root the inbox, without links
     * @param zone of times that name no offset
     * @param mails what is known of files that came by mail; an entry of the register goes before it
     */
    static ReceivedTimes read(Register register, Path root, ZoneId zone, MailReceipts mails) {
        ReceivedTimes times = new ReceivedTimes(register.file(), root, zone, mails);
        if (register.wanted() || Files.exists(register.file())) {
            times.read();
        }
        return times;
    }

    private void read() {
        try {
            if (!Files.exists(file)) {
                unused(WORDS.text("register.absent"));
            } else if (file.toRealPath().startsWith(root)) {
                unused(WORDS.text("register.in-inbox"));
            } else if (!Files.isRegularFile(file)) {
                unused(WORDS.text("register.no-file"));
            } else {
                read(bytes());
            }
        } catch (IOException e) {
            unused(WORDS.text("register.unreadable"));
        }
    }

    private void unused(Text why) {
        notices.add(WORDS.text("register.whole", file, why));
    }

    private byte[] bytes() throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MOST_BYTES + 1);
        }
    }

    private void read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            unused(WORDS.text("register.too-large", MOST_BYTES >> 20));
            return;
        }
        List<String> lines = RegisterLines.of(bytes);
        if (lines.size() > MOST_LINES) {
            unused(WORDS.text("register.too-many-lines", MOST_LINES));
            return;
        }
        int first = 0;
        while (first < lines.size() - 1 && lines.get(first).isBlank()) {
            first++;
        }
        String header = lines.get(first);
        char separator = RegisterLines.separator(header);
        if (!header(RegisterLines.columns(header, separator))) {
            unused(WORDS.text("register.header", quoted(header)));
            return;
        }
        for (int i = first + 1; i < lines.size(); i++) {
            Text mistake = line(lines.get(i), separator, i + 1);
            if (mistake != null && ++badLines <= NAMED) {
                notices.add(WORDS.text("register.line", file, i + 1, mistake));
            }
        }
        if (badLines > NAMED) {
            notices.add(WORDS.text("register.more", file, badLines - NAMED));
        }
        contradicted.forEach(entries::remove);
    }

    private boolean header(@Nullable List<String> columns) {
        if (columns == null) {
            return false;
        }
        List<String> names =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        senderColumn = names.size() > 2 ? 2 : -1;
        return names.size() >= 2
                && COLUMNS.subList(0, Math.min(3, names.size())).equals(names);
    }

    private static String quoted(String text) {
        int end = text.offsetByCodePoints(0, Math.min(QUOTED, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }

    private @Nullable Text line(String line, char separator, int number) {
        if (line.length() > LONGEST_LINE) {
            return WORDS.text("register.too-long", LONGEST_LINE);
        }
        List<String> columns = RegisterLines.columns(line, separator);
        if (columns == null) {
            return WORDS.text("register.quote");
        }
        return columns.isEmpty() ? null : entry(columns, number);
    }

    private @Nullable Text entry(List<String> columns, int number) {
        boolean withSender = columns.size() == 3 && senderColumn == 2;
        if (columns.get(0).isEmpty() || columns.size() != 2 && !withSender) {
            return WORDS.text("register.columns");
        }
        String time = columns.get(1);
        String sender = withSender ? columns.get(2) : null;
        Optional<ReceiptTime> at = ReceiptTime.read(time);
        if (at.isEmpty() && !(time.isEmpty() && sender != null)) {
            return WORDS.text("register.time", quoted(time));
        }
        Entry entry = new Entry(number, at.map(moment -> moment.in(zone)).orElse(null), sender);
        String name = columns.get(0).replace('\\', '/');
        Entry before = entries.putIfAbsent(name, entry);
        if (before != null && !before.says(entry)) {
            contradicted.add(name);
            return WORDS.text("register.contradicts", quoted(name), before.line());
        }
        return null;
    }

    private @Nullable Entry entry(String name) {
        Entry own = entries.get(name);
        return own == null && prefixed ? entries.get(folder() + "/" + name) : own;
    }

    /** When a file came, as the register says it; null where it does not. */
    @Nullable
    Instant of(String name) {
        Entry entry = entry(name);
        return entry == null ? null : entry.at();
    }

    /**
     * The file with when and from whom it came: as the register says it, else as its mail does. What a ZIP holds came as the
     * ZIP did, where the register does not say otherwise.
     */
    InboxFile sent(InboxFile file) {
        String came = file.packed() == null ? file.name() : file.packed().zipName();
        String bytes = file.packed() == null ? file.sha256() : file.packed().zipSha256();
        Optional<MailReceipt> mail =
                mails.of(came).filter(receipt -> receipt.sha256().equals(bytes));
        boolean dated = false;
        String sender = null;
        for (String holder : holders(file.name(), came)) {
            Entry entry = entry(holder);
            dated |= entry != null && entry.at() != null;
            sender = sender == null && entry != null ? entry.sender() : sender;
        }
        InboxFile timed =
                dated ? file : mail.map(receipt -> file.dated(receipt.at())).orElse(file);
        return sender != null
                ? timed.from(sender)
                : mail.filter(receipt -> !receipt.sender().isEmpty())
                        .map(receipt -> timed.from(receipt.sender(), receipt.proof()))
                        .orElse(timed);
    }

    /** When a file came that may lie in another, as the register says of it or of what holds it, the nearest first. */
    Instant of(String name, String holder, Instant otherwise) {
        return holders(name, holder).stream()
                .flatMap(each -> java.util.stream.Stream.ofNullable(of(each)))
                .findFirst()
                .orElse(otherwise);
    }

    /** A name, and those of what holds it, the nearest first. */
    private static List<String> holders(String name, String outermost) {
        List<String> holders = new ArrayList<>();
        for (String at = name; at.length() > outermost.length(); at = at.substring(0, at.lastIndexOf('/'))) {
            holders.add(at);
        }
        holders.add(outermost);
        return holders;
    }

    /** What is wrong with the register, in words for an officer. */
    List<Text> notices() {
        return notices;
    }

    /** Names that have been entered, less those that lie in the inbox or, by their first folder, in another beside it. */
    List<String> absent(Set<String> present) {
        Map<String, Boolean> elsewhere = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        for (String entered : entries.keySet()) {
            String name =
                    prefixed && entered.startsWith(folder() + "/") ? entered.substring(folder().length() + 1) : entered;
            int slash = entered.indexOf('/');
            String first = slash < 0 ? "" : entered.substring(0, slash);
            if (!present.contains(name)
                    && !present.contains(entered)
                    && !elsewhere.computeIfAbsent(first, this::isFolderBeside)) {
                absent.add(name);
            }
        }
        return absent;
    }

    private boolean isFolderBeside(String folder) {
        if (folder.isEmpty() || folder.equals(folder()) || Files.exists(root.resolve(folder))) {
            return false;
        }
        Path parent = file.toAbsolutePath().getParent();
        return parent != null && Files.isDirectory(parent.resolve(folder));
    }

    /**
     * A time of receipt as it is written: with its offset, {@code 2026-10-09T16:30:00+08:00}, or as Excel leaves it behind when the
     * register is saved, {@code 2026/10/9 16:30}, which is by the job's clock. A day alone is its beginning. What may be read in
     * two ways, such as {@code 7/8/2026}, is not read.
     */
    static final class ReceiptTime {

        private static final Pattern LOCAL =
                Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)"
                        + "(?:(?:\\s+|T|(?<=日))(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2})(?:\\.\\d{1,9})?)?)?");

        private final LocalDateTime time;
        private final @Nullable ZoneOffset offset;

        private ReceiptTime(LocalDateTime time, @Nullable ZoneOffset offset) {
            this.time = time;
            this.offset = offset;
        }

        static Optional<ReceiptTime> read(String text) {
            String plain = text.strip();
            try {
                OffsetDateTime time = OffsetDateTime.parse(plain.replaceFirst("^(\\S+) +(\\d)", "$1T$2"));
                return Optional.of(new ReceiptTime(time.toLocalDateTime(), time.getOffset()));
            } catch (DateTimeException withoutOffset) {
                return local(plain);
            }
        }

        private static Optional<ReceiptTime> local(String text) {
            Matcher parts = LOCAL.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            boolean signs = parts.group(2) != null;
            try {
                LocalDateTime time = LocalDateTime.of(
                        number(parts.group(1)),
                        number(parts.group(signs ? 3 : 5)),
                        number(parts.group(signs ? 4 : 6)),
                        number(parts.group(7)),
                        number(parts.group(8)),
                        number(parts.group(9)));
                return Optional.of(new ReceiptTime(time, null));
            } catch (DateTimeException noSuchTime) {
                return Optional.empty();
            }
        }

        private static int number(@Nullable String digits) {
            return digits == null ? 0 : Integer.parseInt(digits);
        }

        /** @param zone of the clock by which a time without an offset was written */
        Instant in(ZoneId zone) {
            return time.atZone(offset == null ? zone : offset).toInstant();
        }
    }
}
