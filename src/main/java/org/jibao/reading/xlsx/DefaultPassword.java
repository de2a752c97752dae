package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Opens an encrypted package with the password that Excel itself takes where a workbook is protected against changes only: it
 * opens there without a question.
 */
public final class DefaultPassword {

    private static final String PACKAGE = "EncryptedPackage";

    private DefaultPassword() {}

    public static boolean isEncryptedPackage(DirectoryNode root) {
        return root.hasEntryCaseInsensitive(PACKAGE);
    }

    /**
     * The package.
     *
     * @throws EncryptedDocumentException where another password is needed
     */
    public static byte[] unlocked(POIFSFileSystem file) {
        try {
            Decryptor decryptor = new EncryptionInfo(file).getDecryptor();
            if (decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                try (InputStream stream = decryptor.getDataStream(file)) {
                    return stream.readAllBytes();
                }
            }
            throw new EncryptedDocumentException("another password");
        } catch (GeneralSecurityException | IOException | RuntimeException unknownWayOfEncrypting) {
            throw new EncryptedDocumentException("no way to open it", unknownWayOfEncrypting);
        }
    }
}
