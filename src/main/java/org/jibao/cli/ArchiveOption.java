package org.jibao.cli;

import java.nio.file.Path;
import org.jibao.app.Jibao;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where files go that have been taken in, for the commands that take files in. */
final class ArchiveOption {

    @Option(names = "--archive", paramLabel = "DIR", descriptionKey = "archive")
    private @Nullable Path folder;

    /** The sample county stays where it is: it is what the program was delivered with, not what units have sent. */
    Jibao on(Jibao jibao, RunOptions options) {
        return folder == null || options.usesSample() ? jibao : jibao.archivingTo(folder);
    }
}
