package org.jibao.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile.Container;
import org.jspecify.annotations.Nullable;

/** Says what a file is by its bytes, whatever its name says; the name decides for CSV only, which has no mark. */
final class Sniffer {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int TEXT_LOOKED_AT = 4096;

    /** Its number, its length and the version. */
    private static final int BEGIN_OF_RECORDS = 6;

    /** First bytes of what is sent by mistake, with its name. Latin-1, as bytes are. */
    private static final Map<String, String> STRANGERS = Map.ofEntries(
            Map.entry("%PDF", "PDF"),
            Map.entry("\u0089PNG", "PNG"),
            Map.entry("\u00FF\u00D8\u00FF", "JPEG"),
            Map.entry("GIF8", "GIF"),
            Map.entry("Rar!", "RAR"),
            Map.entry("7z\u00BC\u00AF", "7z"),
            Map.entry("\u001F\u008B", "gzip"),
            Map.entry("{\\rtf", "RTF"),
            Map.entry("PK\u0005\u0006", "ZIP"));

    /** First bytes of kinds of workbook that are not read. */
    private static final Map<String, String> UNSUPPORTED = Map.of(
            "\u00FF\u00FE", "UTF-16",
            "\u00FE\u00FF", "UTF-16",
            "MIME-Version:", "MHTML");

    private final Limits limits;

    /** What a file is, and why it cannot be read, or null. */
    record Sniffed(Container container, @Nullable Finding defect) {}

    Sniffer(Limits limits) {
        this.limits = limits;
    }

    Sniffed sniff(byte[] bytes, String name) {
        if (bytes.length == 0) {
            return bad(FindingCode.FILE_EMPTY);
        }
        if (startsWith(bytes, ZIP)) {
            return archive(bytes);
        }
        if (startsWith(bytes, COMPOUND)) {
            return compound(CompoundFile.of(bytes));
        }
        return startsWith(bytes, EMPTY_ZIP) ? bad(FindingCode.FILE_NOT_WORKBOOK, "ZIP") : other(bytes, name);
    }

    static boolean isZip(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return startsWith(stream.readNBytes(ZIP.length), ZIP);
        }
    }

    static boolean isZip(byte[] bytes) {
        return startsWith(bytes, ZIP);
    }

    static boolean isCompound(byte[] bytes) {
        return startsWith(bytes, COMPOUND);
    }

    /** A large file, from where it lies. A compound file alone is held, as the library that reads it takes it whole. */
    Sniffed sniff(Path file, String name) throws IOException {
        byte[] beginning;
        try (InputStream stream = Files.newInputStream(file)) {
            beginning = stream.readNBytes(TEXT_LOOKED_AT);
        }
        if (startsWith(beginning, ZIP)) {
            return archive(file);
        }
        if (!startsWith(beginning, COMPOUND)) {
            return sniff(beginning, name);
        }
        long size = Files.size(file);
        return size > Limits.mostBytesWhole()
                ? new Sniffed(Container.OTHER, exceeded("packed-size", Limits.mostBytesWhole(), size))
                : compound(CompoundFile.of(Files.readAllBytes(file)));
    }

    private Sniffed archive(Path file) throws IOException {
        try {
            return archive(ZipPackage.of(file));
        } catch (ZipPackage.DamagedException e) {
            return new Sniffed(Container.OTHER, Unreadable.damaged(e));
        }
    }

    private Sniffed archive(byte[] bytes) {
        try {
            return archive(ZipPackage.of(bytes));
        } catch (ZipPackage.DamagedException e) {
            return new Sniffed(Container.OTHER, Unreadable.damaged(e));
        }
    }

    private Sniffed archive(ZipPackage archive) {
        if (ReturnsZip.isPackage(archive)) {
            // How large it may be is judged where it is opened, by other bounds than those of a workbook.
            return new Sniffed(Container.PACKAGE, null);
        }
        if (archive.encrypted()) {
            return bad(FindingCode.FILE_ENCRYPTED);
        }
        Finding tooMuch = limitExceeded(archive);
        return tooMuch != null ? new Sniffed(Container.OTHER, tooMuch) : PackageKind.of(archive);
    }

    /** How dense a part is, is judged when it is inflated: nobody inflates pictures. */
    private @Nullable Finding limitExceeded(ZipPackage archive) {
        long unpacked = 0;
        int sheets = 0;
        for (String name : archive.names()) {
            long size = archive.unpackedSize(name);
            unpacked += Math.max(0, size);
            sheets += name.startsWith("xl/worksheets/") && name.endsWith(".xml") ? 1 : 0;
        }
        if (unpacked > limits.unpackedBytes()) {
            return exceeded("unpacked-size", limits.unpackedBytes(), unpacked);
        }
        return sheets > limits.sheets() ? exceeded("sheets", limits.sheets(), sheets) : null;
    }

    static Finding exceeded(String limit, long allowed, long found) {
        return Finding.of(
                FindingCode.FILE_LIMIT_EXCEEDED,
                Place.FILE,
                "",
                null,
                limit,
                String.valueOf(allowed),
                String.valueOf(found));
    }

    /** Whether a password is needed is seen by trying: Excel knows one that opens without a question. */
    private static Sniffed compound(CompoundFile file) {
        if (!file.complete()) {
            return bad(FindingCode.FILE_TRUNCATED, "ole2-chain");
        }
        if (file.has("EncryptedPackage")) {
            return new Sniffed(Container.OLE2, null);
        }
        for (String name : List.of("Workbook", "Book")) {
            if (file.has(name)) {
                String old = oldExcel(file.begin(name, BEGIN_OF_RECORDS));
                return old == null ? new Sniffed(Container.OLE2, null) : bad(FindingCode.FILE_FORMAT_UNSUPPORTED, old);
            }
        }
        return bad(FindingCode.FILE_NOT_WORKBOOK, file.has("WordDocument") ? "Word" : "OLE2");
    }

    /** The version that writes such records, by the first of them; null where they are BIFF8 or none. */
    private static @Nullable String oldExcel(byte[] records) {
        boolean whole = records.length == BEGIN_OF_RECORDS && records[0] == 9;
        if (!whole) {
            return null;
        }
        return switch (records[1]) {
            case 0 -> "Excel 2";
            case 2 -> "Excel 3";
            case 4 -> "Excel 4";
            default -> records[1] == 8 && records[5] == 5 ? "Excel 5.0/95" : null;
        };
    }

    private static Sniffed other(byte[] bytes, String name) {
        String start = new String(bytes, 0, Math.min(bytes.length, TEXT_LOOKED_AT), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> stranger : STRANGERS.entrySet()) {
            if (start.startsWith(stranger.getKey())) {
                return bad(FindingCode.FILE_NOT_WORKBOOK, stranger.getValue());
            }
        }
        for (Map.Entry<String, String> kind : UNSUPPORTED.entrySet()) {
            if (start.startsWith(kind.getKey())) {
                return bad(FindingCode.FILE_FORMAT_UNSUPPORTED, kind.getValue());
            }
        }
        String old = oldExcel(Arrays.copyOf(bytes, BEGIN_OF_RECORDS));
        if (old != null && start.indexOf('\0') >= 0) {
            return bad(FindingCode.FILE_FORMAT_UNSUPPORTED, old);
        }
        if (start.indexOf('\0') >= 0) {
            return Utf16.looksLike(bytes, TEXT_LOOKED_AT)
                    ? bad(FindingCode.FILE_FORMAT_UNSUPPORTED, "UTF-16")
                    : bad(FindingCode.FILE_NOT_WORKBOOK, "unknown");
        }
        return text(start, name);
    }

    private static Sniffed text(String start, String name) {
        String words = start.replaceFirst("^\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return bad(FindingCode.FILE_EMPTY);
        }
        if (words.startsWith("<")) {
            boolean spreadsheet = words.contains("schemas-microsoft-com:office:spreadsheet");
            boolean page = List.of("<html", "<table", "<!doctype html").stream().anyMatch(words::contains);
            return bad(FindingCode.FILE_FORMAT_UNSUPPORTED, spreadsheet ? "XML 2003" : page ? "HTML" : "XML");
        }
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return csv ? new Sniffed(Container.CSV, null) : bad(FindingCode.FILE_NOT_WORKBOOK, "TXT");
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    static Sniffed bad(FindingCode code, String... values) {
        return new Sniffed(Container.OTHER, Finding.of(code, Place.FILE, "", null, values));
    }

    /**
     * Says what a ZIP holds: mostly by the names of its parts, and where these are unusual by the types that it
     * declares.
     */
    static final class PackageKind {

        private static final String TYPES = "[Content_Types].xml";
        private static final int LONGEST = 1 << 20;
        private static final Pattern WORKBOOK =
                Pattern.compile("(spreadsheetml\\.(sheet|template)|ms-excel\\.\\w+\\.macroenabled)\\.main\\+xml");

        private PackageKind() {}

        static Sniffed of(ZipPackage archive) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(archive.names());
            if (names.contains("xl/workbook.bin")) {
                return binary();
            }
            if (names.contains(TYPES) && names.contains("xl/workbook.xml")) {
                return workbook();
            }
            if (names.contains("content.xml") && names.contains("mimetype")) {
                return Sniffer.bad(FindingCode.FILE_FORMAT_UNSUPPORTED, "OpenDocument");
            }
            String types = types(archive);
            if (types.contains("sheet.binary")) {
                return binary();
            }
            if (WORKBOOK.matcher(types).find() || anyUnder(names, "xl/") && !types.isEmpty()) {
                return workbook();
            }
            if (anyUnder(names, "word/") || types.contains("wordprocessingml")) {
                return Sniffer.bad(FindingCode.FILE_NOT_WORKBOOK, "Word");
            }
            boolean slides = anyUnder(names, "ppt/") || types.contains("presentationml");
            return Sniffer.bad(FindingCode.FILE_NOT_WORKBOOK, slides ? "PowerPoint" : "ZIP");
        }

        private static Sniffed workbook() {
            return new Sniffed(Container.OOXML, null);
        }

        private static Sniffed binary() {
            return Sniffer.bad(FindingCode.FILE_FORMAT_UNSUPPORTED, ".xlsb");
        }

        private static boolean anyUnder(Set<String> names, String folder) {
            return names.stream().anyMatch(name -> name.regionMatches(true, 0, folder, 0, folder.length()));
        }

        /** Empty where there are none, or none that can be read. */
        private static String types(ZipPackage archive) {
            for (String name : archive.names()) {
                if (name.equalsIgnoreCase(TYPES)) {
                    try (InputStream stream = archive.open(name)) {
                        byte[] bytes = stream.readNBytes(LONGEST);
                        // Of UTF-16 too, which has a zero beside every letter.
                        return new String(bytes, StandardCharsets.ISO_8859_1)
                                .replace("\0", "")
                                .toLowerCase(Locale.ROOT);
                    } catch (IOException damaged) {
                        return "";
                    }
                }
            }
            return "";
        }
    }

    /** Text in UTF-16 without the mark that says so. */
    static final class Utf16 {

        private static final int LEAST = 8;

        private Utf16() {}

        /** Whether the beginning reads as text either way round: line ends, letters and signs, and nothing else. */
        static boolean looksLike(byte[] bytes, int most) {
            int length = Math.min(bytes.length, most) & ~1;
            return length >= LEAST
                    && (reads(bytes, length, StandardCharsets.UTF_16LE)
                            || reads(bytes, length, StandardCharsets.UTF_16BE));
        }

        private static boolean reads(byte[] bytes, int length, Charset charset) {
            String text = new String(bytes, 0, length, charset);
            boolean spoken = text.codePoints()
                    .limit(text.codePointCount(0, text.length()) - 1L)
                    .allMatch(Utf16::isText);
            return spoken && text.chars().filter(sign -> sign < 0x80).count() * 20 >= text.length();
        }

        private static boolean isText(int sign) {
            return switch (Character.getType(sign)) {
                case Character.CONTROL -> sign == '\t' || sign == '\n' || sign == '\r';
                case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
                default -> sign != 0xFFFD;
            };
        }
    }
}
