package org.jibao.reading;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.jibao.finding.FindingCode;
import org.jibao.inbox.Archive;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.reading.PackageLayout.UnusualPackageException;
import org.jibao.reading.RestOfSheet.ScatteredRowException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Names in the unit's words why a file cannot be read. What an exception says is for the log. */
final class ReadingFault {

    private ReadingFault() {}

    /**
     * The reason that a unit is told.
     *
     * @throws LimitExceededException where it is that, however deep
     */
    static UnreadableException of(Exception thrown, Container container) {
        rethrowLimit(thrown);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Archive.DamagedException damaged) {
                return new UnreadableException(
                        FindingCode.FILE_TRUNCATED, thrown, String.valueOf(damaged.getMessage()));
            }
            if (cause instanceof EncryptedDocumentException) {
                return new UnreadableException(FindingCode.FILE_ENCRYPTED, thrown);
            }
            if (cause instanceof OldExcelFormatException) {
                return new UnreadableException(FindingCode.FILE_FORMAT_UNSUPPORTED, thrown, "Excel 5.0/95");
            }
        }
        return new UnreadableException(FindingCode.FILE_UNREADABLE, thrown, detail(thrown, container));
    }

    /** The libraries wrap what our listener throws. */
    static void rethrowLimit(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitExceededException limit) {
                throw limit;
            }
        }
    }

    private static String detail(Exception thrown, Container container) {
        if (container == Container.OLE2) {
            return "xls-records";
        }
        String detail = container == Container.CSV ? "csv" : thrown instanceof IOException ? "storage" : "content";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String named = named(cause);
            detail = named == null ? detail : named;
        }
        return detail;
    }

    private static @Nullable String named(Throwable cause) {
        if (cause instanceof SafeXml.DoctypeException) {
            return "DOCTYPE";
        }
        if (cause instanceof ScatteredRowException) {
            return "scattered-row";
        }
        if (cause instanceof UnusualPackageException) {
            return "package";
        }
        if (cause instanceof CharacterCodingException && !(cause instanceof CharConversionException)) {
            return "encoding";
        }
        boolean encoding = cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException;
        boolean xml = cause instanceof XMLStreamException || cause instanceof SAXException && cause.getCause() == null;
        return encoding || xml ? "xml" : null;
    }
}
