package org.jibao.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jibao.finding.FindingCode;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Sniffer.Sniffed;

/** Says what a ZIP holds: mostly by the names of its parts, and where these are unusual by the types that it declares. */
final class PackageKind {

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
