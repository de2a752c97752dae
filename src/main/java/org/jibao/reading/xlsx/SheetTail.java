package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.MergedRanges;
import org.jibao.reading.xlsx.PackageLayout.UnusualPackageException;

/**
 * What a sheet says behind its rows. Of a long sheet this must be known before its rows are passed on, so that the part is
 * inflated once more and looked through as bytes: parsing it would take twice as long. In UTF-16 every sign of its markup
 * stands beside a zero, which is left out.
 */
final class SheetTail {

    private static final int BLOCK = 1 << 16;
    private static final String END = "sheetData";

    /** Merged ranges stand close behind the rows; 4 MiB hold a hundred thousand of them. */
    private static final int LONGEST = 1 << 22;

    private static final Pattern MERGED =
            Pattern.compile("<(?:[\\w.-]+:)?mergeCell\\s[^>]*?\\bref\\s*=\\s*[\"']([^\"']*)[\"']");

    private final InputStream xml;
    private final byte[] block = new byte[BLOCK];
    private int length;
    private int at;

    private SheetTail(InputStream xml) {
        this.xml = xml;
    }

    /** @throws UnusualPackageException where the rows have no end */
    static MergedRanges mergedRanges(InputStream xml) throws IOException {
        SheetTail tail = new SheetTail(xml);
        tail.skipRows();
        return tail.ranges();
    }

    private void skipRows() throws IOException {
        StringBuilder name = new StringBuilder();
        while (true) {
            int sign = next();
            if (sign < 0) {
                throw new UnusualPackageException("rows without an end");
            }
            if (sign == '<' && next() == '/') {
                name.setLength(0);
                for (sign = next(); sign > ' ' && sign != '>' && name.length() < BLOCK; sign = next()) {
                    name.append((char) sign);
                }
                if (name.substring(name.indexOf(":") + 1).equals(END)) {
                    return;
                }
            }
        }
    }

    private int next() throws IOException {
        while (true) {
            if (at == length) {
                length = Math.max(0, xml.read(block, 0, BLOCK));
                at = 0;
            }
            if (at == length) {
                return -1;
            }
            int sign = block[at++] & 0xFF;
            if (sign != 0) {
                return sign;
            }
        }
    }

    private MergedRanges ranges() throws IOException {
        StringBuilder text = new StringBuilder(new String(block, at, length - at, StandardCharsets.ISO_8859_1));
        text.append(new String(xml.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
        // To the end, so that the checksum of the part is compared.
        xml.transferTo(java.io.OutputStream.nullOutputStream());
        MergedRanges ranges = new MergedRanges();
        Matcher matcher = MERGED.matcher(text.toString().replace("\0", ""));
        while (matcher.find()) {
            MergedRange range = MergedRange.of(matcher.group(1));
            if (range != null) {
                ranges.add(range);
            }
        }
        return ranges;
    }
}
