package org.jibao.definition.loading;

import java.io.IOException;
import java.nio.file.Path;
import org.jibao.definition.JobDefinition;

/** For tests elsewhere: what {@link JobDefinition#fingerprint} would be, mistakes or not. */
public final class FolderFingerprint {

    private FolderFingerprint() {}

    public static String of(Path folder) throws IOException {
        return JobFolder.read(folder, new Problems()).fingerprint();
    }
}
