package org.jibao.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jibao.inbox.Archive;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.PackageLayout.Parts;
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
                case OOXML -> packageCells(source, budget);
                case OLE2 -> xls(source.bytes(), budget);
                case CSV -> csv(source.file(), source.bytes(), budget);
                case OTHER -> throw new IllegalArgumentException(source.file().name() + " is not a workbook");
            };
        } catch (LimitExceededException | UnreadableException e) {
            throw e;
        } catch (IOException | XMLStreamException | SAXException | RuntimeException | StackOverflowError e) {
            throw Refusal.of(e, source, budget);
        }
    }

    private WorkbookCells packageCells(Source source, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        Parts parts = new Parts(source.archive(), budget);
        Map<String, String> properties = PackageProperties.of(parts);
        return new WorkbookCells(thinOrPatient(source, parts, budget), properties);
    }

    private List<SheetCells> thinOrPatient(Source source, Parts parts, Budget budget)
            throws SafeXml.DoctypeException, IOException {
        SheetCollector thin = SheetCollector.ofHeads(budget);
        try {
            new ThinReader(parts, thin, progress).read();
            return thin.sheets();
        } catch (SafeXml.DoctypeException | Archive.DamagedException | LimitExceededException hopeless) {
            throw hopeless;
        } catch (IOException | XMLStreamException | SAXException | RuntimeException surprise) {
            rethrowLimit(surprise);
            return patient(source.bytes(), parts.archive(), budget);
        }
    }

    /** POI inflates every part, also those nobody needs: they are counted before it may. */
    private static List<SheetCells> patient(byte[] bytes, Archive archive, Budget budget) throws IOException {
        Parts parts = new Parts(archive, budget.again());
        for (String part : archive.names()) {
            try (InputStream stream = parts.open(part)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
        }
        SheetCollector patient = SheetCollector.ofAll(budget.again());
        PatientReader.readXlsx(bytes, patient, PackageLayout.date1904(new Parts(archive, budget.again())));
        return patient.sheets();
    }

    private static WorkbookCells xls(byte[] bytes, Budget budget) throws IOException {
        SheetCollector collector = SheetCollector.ofAll(budget);
        XlsRecords records = XlsReader.read(bytes, collector);
        return new WorkbookCells(collector.sheets(), records.properties());
    }

    private static WorkbookCells csv(InboxFile file, byte[] bytes, Budget budget)
            throws IOException, UnreadableException {
        SheetCollector collector = SheetCollector.ofAll(budget);
        String name = file.fileName();
        CsvReader.read(bytes, name.substring(0, Math.max(0, name.lastIndexOf('.'))), collector);
        return new WorkbookCells(collector.sheets(), Map.of());
    }

    /** The libraries wrap what our listener throws. */
    private static void rethrowLimit(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitExceededException limit) {
                throw limit;
            }
        }
    }
}
