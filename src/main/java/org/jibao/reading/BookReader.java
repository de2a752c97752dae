package org.jibao.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.inbox.Archive;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.xml.sax.SAXException;

/** Reads in this process what a workbook shows, with what must not be handed on. */
final class BookReader {

    private BookReader() {}

    /**
     * Reads everything.
     *
     * @throws UnreadableException where the file is damaged, locked or not what it seems
     * @throws LimitExceededException where it asks for more than one file may
     */
    static SourceBook read(Source source, Limits limits) throws UnreadableException {
        Budget budget = new Budget(limits);
        try {
            return source.file().container() == Container.OOXML
                    ? packed(source.archive(), budget)
                    : compound(source.bytes(), budget);
        } catch (IOException | XMLStreamException | SAXException | RuntimeException e) {
            throw Refusal.of(e, source, budget);
        }
    }

    private static SourceBook compound(byte[] bytes, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return DefaultPassword.isEncryptedPackage(system.getRoot())
                    ? packed(Archive.of(DefaultPassword.unlocked(system)), budget)
                    : XlsBook.read(system.getRoot(), budget);
        }
    }

    private static SourceBook packed(Archive archive, Budget budget)
            throws IOException, XMLStreamException, SAXException {
        PackageParts parts = new PackageParts(archive, budget);
        Set<String> names = new HashSet<>();
        archive.names().forEach(names::add);
        try {
            return PackageBook.read(parts, names);
        } catch (IOException | XMLStreamException | SAXException | RuntimeException surprise) {
            Refusal.rethrowLimit(surprise);
            return PackageBook.read(parts.patiently(), names);
        }
    }
}
