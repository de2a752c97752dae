package org.jibao.summary.slip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An {@code .xls} as a compound file, of which one stream holds the sheets. */
final class BiffFile {

    private static final String STREAM = "Workbook";

    private BiffFile() {}

    /**
     * Moves the last sheet to the front; every reference goes on meaning the sheet it meant.
     *
     * @throws IOException where the stream is not as we know it
     */
    static byte[] lastSheetFirst(byte[] file) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(file));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            byte[] stream;
            try (InputStream content = system.createDocumentInputStream(STREAM)) {
                stream = content.readAllBytes();
            }
            byte[] moved = new SheetOrder(stream).lastFirst();
            system.getRoot().createOrUpdateDocument(STREAM, new ByteArrayInputStream(moved));
            system.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
