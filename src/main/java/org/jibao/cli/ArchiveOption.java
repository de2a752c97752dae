package org.jibao.cli;

import java.nio.file.Path;
import org.jibao.app.Jibao;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where files go that have been taken in, for the commands that take files in. */
final class ArchiveOption {

    @Option(names = "--archive", paramLabel = "DIR", descriptionKey = "archive")
    private @Nullable Path folder;

    Jibao on(Jibao jibao) {
        return folder == null ? jibao : jibao.archivingTo(folder);
    }
}
