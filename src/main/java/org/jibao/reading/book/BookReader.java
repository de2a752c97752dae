package org.jibao.reading.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.xlsx.DefaultPassword;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.ReadFailure;
import org.xml.sax.SAXException;

/** Reads in this process what a workbook shows, with what must not be handed on. */
public final class BookReader {

    private BookReader() {}

    /**
     * Reads everything.
     *
     * @throws UnreadableException where the file is damaged, locked or not what it seems
     * @throws LimitExceededException where it asks for more than one file may
     */
    public static SourceBook read(SourceFile source, Limits limits) throws UnreadableException {
        Budget budget = new Budget(limits);
        try {
            return source.file().container() == Container.OOXML
                    ? packed(source.archive(), budget)
                    : compound(source.bytes(), budget);
        } catch (IOException | XMLStreamException | SAXException | RuntimeException e) {
            throw ReadFailure.of(e, source, budget);
        }
    }

    private static SourceBook compound(byte[] bytes, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return DefaultPassword.isEncryptedPackage(system.getRoot())
                    ? packed(ZipPackage.of(DefaultPassword.unlocked(system)), budget)
                    : XlsBook.read(system.getRoot(), budget);
        }
    }

    private static SourceBook packed(ZipPackage archive, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        PackageParts parts = new PackageParts(archive, budget);
        Set<String> names = new HashSet<>();
        archive.names().forEach(names::add);
        try {
            return PackageBook.read(parts, names);
        } catch (IOException | XMLStreamException | SAXException | RuntimeException surprise) {
            ReadFailure.rethrowLimit(surprise);
            return PackageBook.read(parts.patiently(), names);
        }
    }
}
