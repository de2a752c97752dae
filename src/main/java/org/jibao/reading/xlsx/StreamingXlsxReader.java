package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.CellMaker;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.CountingStream;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.MergedRange.MergedRanges;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.RestOfSheet;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.reading.xlsx.PackageLayout.SheetPart;
import org.jibao.reading.xlsx.PackageParts.UnusualPackageException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads {@code .xlsx}: of a package only the parts that hold cells, each once from top to bottom. What is held is the head of a
 * sheet; the rest of a long one is read when it is asked for.
 */
public final class StreamingXlsxReader {

    private final PackageParts parts;
    private final SheetCollector heads;
    private final CompactStrings strings;

    /** Once for every sheet after another: reading a long one again is counted apart from reading its head. */
    private final PackageParts again;

    private final ReadProgress progress;

    public StreamingXlsxReader(PackageParts parts, SheetCollector heads, ReadProgress progress) {
        this.parts = parts;
        this.again = parts.again();
        this.heads = heads;
        this.progress = progress;
        this.strings = new CompactStrings(parts.budget().strings());
    }

    public void read() throws IOException, XMLStreamException, SAXException {
        PackageLayout layout = PackageLayout.of(parts);
        readStrings(layout);
        CellMaker maker = new CellMaker(layout.date1904());
        for (SheetPart sheet : layout.sheets()) {
            readHead(sheet, new CellElement(strings, layout.styles(), maker));
        }
    }

    private void readStrings(PackageLayout layout) throws IOException, SAXException {
        String part = layout.sharedStrings();
        if (part != null && parts.has(part)) {
            try (InputStream xml = parts.open(part)) {
                parts.xml().parse(xml, new StringsHandler(strings));
            }
        }
    }

    private void readHead(SheetPart sheet, CellElement cell) throws IOException, SAXException {
        heads.sheet(sheet.name(), sheet.hidden());
        try (InputStream xml = parts.open(sheet.part())) {
            parts.xml().parse(xml, new WorksheetHandler(cell, heads));
            heads.endSheet();
        } catch (RuntimeException | SAXException stopped) {
            if (!SheetCollector.HeadIsFull.isCause(stopped)) {
                throw stopped;
            }
            goOn(sheet, cell);
        }
    }

    private void goOn(SheetPart sheet, CellElement cell) throws IOException {
        MergedRanges merged;
        try (InputStream xml = again.again().openWithoutMarkup(sheet.part())) {
            merged = SheetTail.mergedRanges(xml);
        }
        heads.goesOn(merged, taker -> readRest(sheet, cell, merged, taker));
    }

    private void readRest(SheetPart sheet, CellElement cell, MergedRanges merged, Consumer<CellRow> taker)
            throws IOException, SAXException {
        long size = again.unpackedSize(sheet.part());
        try (CountingStream xml = new CountingStream(again.open(sheet.part()))) {
            RestOfSheet rest =
                    new RestOfSheet(again.budget(), merged, taker, rows -> progress.at(rows, xml.count(), size));
            parts.xml().parse(xml, new WorksheetHandler(cell, rest));
            rest.endSheet();
            progress.at(rest.rows(), size, size);
        }
    }

    /**
     * What a sheet says behind its rows. Of a long sheet this must be known before its rows are passed on, so that the part is
     * inflated once more and looked through as bytes: parsing it would take three times as long. In UTF-16 every sign of its
     * markup stands beside a zero, which is left out. How long a piece of markup is, is bounded where the rows are read.
     */
    static final class SheetTail {

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
            while (!(nextTag() == '/' && isEnd())) {}
        }

        /** The sign behind the next {@code <}. */
        private int nextTag() throws IOException {
            while (true) {
                while (at < length && block[at] != '<') {
                    at++;
                }
                if (at < length) {
                    at++;
                    return next();
                }
                fill();
            }
        }

        /** Whether the rows end with the tag that has been begun, whatever its prefix. */
        private boolean isEnd() throws IOException {
            int same = 0;
            for (int sign = next(); sign > ' ' && sign != '>'; sign = next()) {
                if (sign == ':') {
                    same = 0;
                } else {
                    same = same >= 0 && same < END.length() && END.charAt(same) == sign ? same + 1 : -1;
                }
            }
            return same == END.length();
        }

        private int next() throws IOException {
            while (true) {
                if (at == length) {
                    fill();
                }
                int sign = block[at++] & 0xFF;
                if (sign != 0) {
                    return sign;
                }
            }
        }

        private void fill() throws IOException {
            length = xml.read(block, 0, BLOCK);
            at = 0;
            if (length <= 0) {
                throw new UnusualPackageException("rows without an end");
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

    /** Reads the shared strings, with how they are set: EasyExcel's own handler drops that. */
    static final class StringsHandler extends DefaultHandler2 {

        private static final String STRING = "si";

        private final CompactStrings strings;
        private final RichText text = new RichText();
        private boolean inside;
        private int depth;

        StringsHandler(CompactStrings strings) {
            this.strings = strings;
        }

        @Override
        public void startDTD(String name, String publicId, String systemId) throws SafeXml.DoctypeException {
            throw new SafeXml.DoctypeException();
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            Budget.depth(++depth);
            if (localName.equals(STRING)) {
                inside = true;
                text.clear();
            } else if (inside) {
                text.start(localName, attributes);
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (inside) {
                text.characters(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            depth--;
            if (localName.equals(STRING)) {
                inside = false;
                strings.put(text.text(), text.look());
            } else if (inside) {
                text.end(localName);
            }
        }
    }
}
