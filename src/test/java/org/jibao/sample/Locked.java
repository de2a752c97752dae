package org.jibao.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Encrypts a workbook as Excel does with a password. Its salts are constants, for the same bytes each time. */
final class Locked {

    private Locked() {}

    static byte[] with(String password, byte[] workbook) throws IOException {
        EncryptionInfo information = new EncryptionInfo(EncryptionMode.standard);
        Encryptor encryptor = information.getEncryptor();
        int keyBytes = information.getHeader().getKeySize() / 8;
        encryptor.confirmPassword(password, salt(keyBytes, 1), salt(16, 2), salt(16, 3), salt(16, 4), salt(16, 5));
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (OutputStream stream = encryptor.getDataStream(container)) {
                stream.write(workbook);
            }
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException("every Java encrypts by AES", e);
        }
    }

    private static byte[] salt(int length, int value) {
        byte[] salt = new byte[length];
        Arrays.fill(salt, (byte) value);
        return salt;
    }
}
