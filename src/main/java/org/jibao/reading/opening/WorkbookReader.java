package org.jibao.reading.opening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.csv.CsvReader;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.reading.workbook.SheetListener;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.jibao.reading.xls.XlsProperties;
import org.jibao.reading.xls.XlsReader;
import org.jibao.reading.xls.XlsStream;
import org.jibao.reading.xlsx.DefaultPassword;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.PackageProperties;
import org.jibao.reading.xlsx.ReadFailure;
import org.jibao.reading.xlsx.SafeXml;
import org.jibao.reading.xlsx.StreamingXlsxReader;
import org.xml.sax.SAXException;

/** Reads a file of any kind in this process, the fast way first. */
public final class WorkbookReader {

    private final Limits limits;
    private final ReadProgress progress;

    public WorkbookReader(Limits limits, ReadProgress progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /** What a file holds goes one of these ways. */
    interface WorkbookConsumer {

        /** For kinds whose rows come one by one: the listener of the rows; the properties follow at the end. */
        SheetListener listener(Budget budget);

        void properties(Map<String, String> properties) throws IOException;

        /** For kinds whose long sheets are not held in memory. */
        void heads(WorkbookCells cells) throws IOException;
    }

    /** Reads everything and holds it. */
    public WorkbookCells read(SourceFile source) throws UnreadableException {
        Held held = new Held();
        read(source, held);
        return held.cells();
    }

    /**
     * Reads everything.
     *
     * @throws UnreadableException where the file is damaged, locked or not what it seems
     * @throws LimitExceededException where it asks for more than one file may
     */
    public void read(SourceFile source, WorkbookConsumer taker) throws UnreadableException {
        Budget budget = new Budget(limits);
        try {
            switch (source.file().container()) {
                case OOXML -> taker.heads(packageCells(source.archive(), budget));
                case OLE2 -> compound(source.bytes(), budget, taker);
                case CSV -> taker.heads(CsvReader.read(source, budget, progress));
                case PACKAGE, OTHER ->
                    throw new IllegalArgumentException(source.file().name() + " is not a workbook");
            }
        } catch (LimitExceededException | UnreadableException e) {
            throw e;
        } catch (IOException | XMLStreamException | SAXException | RuntimeException e) {
            throw ReadFailure.of(e, source, budget);
        }
    }

    private WorkbookCells packageCells(ZipPackage archive, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        PackageParts parts = new PackageParts(archive, budget);
        try {
            return packageCells(parts);
        } catch (SafeXml.DoctypeException | ZipPackage.DamagedException | LimitExceededException hopeless) {
            throw hopeless;
        } catch (IOException | XMLStreamException | SAXException | RuntimeException surprise) {
            ReadFailure.rethrowLimit(surprise);
            return packageCells(parts.patiently());
        }
    }

    private WorkbookCells packageCells(PackageParts parts) throws IOException, XMLStreamException, SAXException {
        SheetCollector heads = SheetCollector.ofHeads(parts.budget());
        new StreamingXlsxReader(parts, heads, progress).read();
        return new WorkbookCells(heads.sheets(), PackageProperties.of(parts));
    }

    private void compound(byte[] bytes, Budget budget, WorkbookConsumer taker)
            throws IOException, XMLStreamException, SAXException {
        Map<String, String> properties;
        XlsStream stream;
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (DefaultPassword.isEncryptedPackage(file.getRoot())) {
                taker.heads(packageCells(ZipPackage.of(DefaultPassword.unlocked(file)), budget));
                return;
            }
            stream = XlsStream.of(file.getRoot());
            properties = XlsProperties.of(file.getRoot());
        }
        // The file as such is let go: the model of its cells is several times as large.
        XlsReader.read(stream, taker.listener(budget), budget);
        taker.properties(properties);
    }

    /** Keeps what comes. */
    private static final class Held implements WorkbookConsumer {

        private SheetCollector collector = SheetCollector.ofAll(new Budget(Limits.standard()));
        private WorkbookCells cells = new WorkbookCells(java.util.List.of(), Map.of());

        @Override
        public SheetListener listener(Budget budget) {
            collector = SheetCollector.ofAll(budget);
            return collector;
        }

        @Override
        public void properties(Map<String, String> properties) {
            cells = new WorkbookCells(collector.sheets(), properties);
        }

        @Override
        public void heads(WorkbookCells heads) {
            cells = heads;
        }

        WorkbookCells cells() {
            return cells;
        }
    }
}
