package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.reading.Returns;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packages that are encrypted, and packages that are bombs. */
class LockedPackageTest {

    private static final Sheets RETURN = Sheets.of("表一", """
            | 项目             | 公文件数 |
            | 本期制发公文     | 12       |
            | 其中主动公开公文 | 9        |
            """);

    private final Returns returns;

    LockedPackageTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    private static byte[] locked(EncryptionMode mode, String password) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            EncryptionInfo information = new EncryptionInfo(mode);
            information.getEncryptor().confirmPassword(password);
            try (var stream = information.getEncryptor().getDataStream(file)) {
                stream.write(RETURN.xlsx());
            }
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMode.class,
            names = {"agile", "standard"})
    void opensWhatExcelOpensWithoutAPassword(EncryptionMode mode) throws Exception {
        ReturnDocument document = returns.document(Returns.NAME, locked(mode, "VelvetSweatshop"));
        assertEquals("issued.documents=12 disclosed.documents=9", Returns.figures(document, "documents"));
        assertEquals(
                "file-encrypted",
                returns.rejection(Returns.NAME, locked(mode, "12345")).code());
    }

    @Test
    void readsAWorkbookWithADensePictureAndRefusesADenseSheet() {
        byte[] picture = Zips.of(RETURN.xlsx())
                .with("xl/media/image1.bmp", new byte[3 << 20])
                .bytes();
        assertEquals(
                "issued.documents=12 disclosed.documents=9",
                Returns.figures(returns.document(Returns.NAME, picture), "documents"));
        for (String part : new String[] {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"}) {
            byte[] bomb = Zips.of(RETURN.xlsx())
                    .change(part, xml -> xml + " ".repeat(3 << 20))
                    .bytes();
            assertEquals(
                    "file-limit-exceeded", returns.rejection(Returns.NAME, bomb).code(), part);
        }
    }
}
