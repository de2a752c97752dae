package org.jibao.store.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jibao.guard.OwnFiles;

/** Gives a file a second name, under which it stays when another takes its first. */
final class SecondName {

    private SecondName() {}

    static void give(Path file, Path second) throws IOException {
        try {
            Files.createLink(second, file);
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinks) {
            if (Files.exists(second)) {
                throw new java.nio.file.FileAlreadyExistsException(second.toString());
            }
            OwnFiles.copy(file, second, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
