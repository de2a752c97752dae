package org.jibao.definition;

import java.io.IOException;
import java.nio.file.Path;

/** For tests elsewhere: what {@link JobDefinition#fingerprint} would be, mistakes or not. */
public final class FolderFingerprint {

    private FolderFingerprint() {}

    public static String of(Path folder) throws IOException {
        return JobFolder.read(folder, new Problems()).fingerprint();
    }
}
