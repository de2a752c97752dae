package org.jibao.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.inbox.Archive;
import org.jibao.inbox.Limits;
import org.xml.sax.SAXException;

/** Reads a file of any kind that is read, the fast way first. Nothing outside knows which library does it. */
final class WorkbookOpener {

    private final Limits limits;
    private final RowsRead progress;

    WorkbookOpener(Limits limits, RowsRead progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Reads everything.
     *
     * @throws UnreadableException where the file is damaged, locked or not what it seems
     * @throws LimitExceededException where it asks for more than one file may
     */
    WorkbookCells open(Source source) throws UnreadableException {
        Budget budget = new Budget(limits);
        try {
            return switch (source.file().container()) {
                case OOXML -> packageCells(source.archive(), budget);
                case OLE2 -> compound(source.bytes(), budget);
                case CSV -> CsvReader.read(source, budget, progress);
                case OTHER -> throw new IllegalArgumentException(source.file().name() + " is not a workbook");
            };
        } catch (LimitExceededException | UnreadableException e) {
            throw e;
        } catch (IOException | XMLStreamException | SAXException | RuntimeException | StackOverflowError e) {
            throw Refusal.of(e, source, budget);
        }
    }

    private WorkbookCells packageCells(Archive archive, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        PackageParts parts = new PackageParts(archive, budget);
        try {
            return packageCells(parts);
        } catch (SafeXml.DoctypeException | Archive.DamagedException | LimitExceededException hopeless) {
            throw hopeless;
        } catch (IOException | XMLStreamException | SAXException | RuntimeException surprise) {
            Refusal.rethrowLimit(surprise);
            return packageCells(parts.patiently());
        }
    }

    private WorkbookCells packageCells(PackageParts parts) throws IOException, XMLStreamException, SAXException {
        SheetCollector heads = SheetCollector.ofHeads(parts.budget());
        new ThinReader(parts, heads, progress).read();
        return new WorkbookCells(heads.sheets(), PackageProperties.of(parts));
    }

    private WorkbookCells compound(byte[] bytes, Budget budget) throws IOException, XMLStreamException, SAXException {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (DefaultPassword.isEncryptedPackage(file.getRoot())) {
                return packageCells(Archive.of(DefaultPassword.unlocked(file)), budget);
            }
            SheetCollector collector = SheetCollector.ofAll(budget);
            Map<String, String> properties = XlsReader.read(file.getRoot(), collector, budget);
            return new WorkbookCells(collector.sheets(), properties);
        }
    }
}
