package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Unreadable;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.RestOfSheet.ScatteredRowException;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what stopped the reading of a file into the reason that its unit is given. Exceptions tell where a library gave up,
 * not what is wrong with the file; so the file itself is looked at once more: which of its parts is damaged is then known.
 */
public final class ReadFailure {

    private ReadFailure() {}

    /**
     * Says why.
     *
     * @throws LimitExceededException where the file asks for more than one file may
     */
    public static UnreadableException of(Throwable thrown, SourceFile source, Budget budget) {
        Finding known = known(thrown);
        if (known != null) {
            return new UnreadableException(known, thrown);
        }
        Container container = source.file().container();
        if (container == Container.OOXML) {
            return new UnreadableException(ofPackage(thrown, source, budget), thrown);
        }
        return new UnreadableException(Unreadable.RECORDS.finding(), thrown);
    }

    /** For a sheet that turns out to be damaged after its head. */
    public static UnreadableException ofSheet(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException elsewhere) {
                return elsewhere;
            }
        }
        Finding known = known(thrown);
        return new UnreadableException(known == null ? Unreadable.SHEET.finding() : known, thrown);
    }

    /** What an exception's kind alone says for certain; null where it says nothing. */
    private static @Nullable Finding known(Throwable thrown) {
        rethrowLimit(thrown);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException) {
                return Finding.of(FindingCode.FILE_ENCRYPTED, Place.FILE, "", null);
            }
            if (cause instanceof ZipPackage.DamagedException damage) {
                return Unreadable.damaged(damage);
            }
            if (cause instanceof FileSystemException access) {
                return Unreadable.of(access).finding();
            }
            if (cause instanceof ScatteredRowException) {
                return Unreadable.SCATTERED.finding();
            }
            if (cause instanceof OldExcelFormatException) {
                return Finding.of(FindingCode.FILE_FORMAT_UNSUPPORTED, Place.FILE, "", null, "Excel 5.0/95");
            }
        }
        return null;
    }

    /** The libraries wrap what our listener throws. */
    public static void rethrowLimit(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitExceededException limit) {
                throw limit;
            }
        }
    }

    /** The first part that is damaged; where none is, the parts do not fit together. */
    private static Finding ofPackage(Throwable thrown, SourceFile source, Budget budget) {
        String part = "";
        try {
            ZipPackage archive = source.archive();
            PackageParts parts = new PackageParts(archive, budget.again());
            for (String name : archive.names()) {
                part = name;
                inspect(parts, name);
            }
            if (refusedByGuard(thrown)) {
                budget.refuseDense(archive);
            }
            return Unreadable.STRUCTURE.finding();
        } catch (SafeXml.DoctypeException e) {
            return ofDoctype(source, budget, part);
        } catch (FileSystemException access) {
            return Unreadable.of(access).finding();
        } catch (ZipPackage.DamagedException damage) {
            return Unreadable.damaged(damage);
        } catch (PartScan.DamagedPartException | IOException e) {
            return Unreadable.PART.finding().with("part", part);
        }
    }

    /** POI has guards of its own against bombs; it throws for them what it throws for damage, and only its words differ. */
    private static boolean refusedByGuard(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (words.contains("Zip bomb") || words.contains("potentially malicious")) {
                return true;
            }
        }
        return false;
    }

    private static void inspect(PackageParts parts, String name)
            throws IOException, SafeXml.DoctypeException, PartScan.DamagedPartException {
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        try (InputStream content = xml ? parts.open(name) : parts.openWithoutMarkup(name)) {
            if (xml) {
                PartScan.xml(content);
            } else {
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }

    /** Entities that a document defines for itself are how a few bytes become gigabytes. */
    private static Finding ofDoctype(SourceFile source, Budget budget, String part) {
        long entities = 0;
        try (InputStream content = new PackageParts(source.archive(), budget.again()).open(part)) {
            entities = PartScan.entities(content);
        } catch (IOException gone) {
            return Unreadable.GONE.finding();
        }
        if (entities > 0) {
            throw new LimitExceededException("entities", 0, entities);
        }
        return Unreadable.DOCTYPE.finding().with("part", part);
    }

    /** Looks through a part of a package that could not be read: is it well-formed, and what does it define. */
    static final class PartScan {

        /** Where a document type stands, if there is one. */
        private static final int BEGINNING = 1 << 20;

        /** An entity that is spelt out in the document itself, and not fetched from elsewhere. */
        private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+%?\\s*[^\\s'\"]+\\s*['\"]");

        private PartScan() {}

        /** The part's XML is cut off or not well-formed. */
        static final class DamagedPartException extends Exception {
            private static final long serialVersionUID = 1L;

            DamagedPartException(Exception cause) {
                super(cause);
            }
        }

        /** Reads the part to its end. */
        static void xml(InputStream content) throws IOException, SafeXml.DoctypeException, DamagedPartException {
            try {
                XmlElements elements = SafeXml.PATIENT.elements(content);
                while (elements.next()) {
                    elements.name();
                }
            } catch (XMLStreamException e) {
                boolean undecodable = e.getNestedException() instanceof CharacterCodingException
                        || e.getNestedException() instanceof UnsupportedEncodingException;
                if (!undecodable && e.getNestedException() instanceof IOException broken) {
                    throw broken;
                }
                throw new DamagedPartException(e);
            } catch (LimitExceededException limit) {
                throw limit;
            } catch (RuntimeException e) {
                throw new DamagedPartException(e);
            }
        }

        /** How many entities the part defines for itself. */
        static long entities(InputStream content) throws IOException {
            String beginning = new String(content.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            Matcher matcher = ENTITY.matcher(beginning);
            return matcher.results().count();
        }
    }
}
