package org.jibao.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where returns come in and summaries go out. */
final class FolderOptions {

    /** What a fresh copy works on: the county that does not exist. */
    private static final Path SAMPLE = Path.of("sample-data", "county");

    private static final Path INBOX = Path.of("inbox");

    @Option(names = "--inbox", paramLabel = "DIR", descriptionKey = "inbox")
    private @Nullable Path inbox;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out", defaultValue = "out")
    private Path out = Path.of("out");

    Path inbox() {
        if (inbox != null) {
            return inbox;
        }
        return usesSample() ? SAMPLE : INBOX;
    }

    Path out() {
        return out;
    }

    /** Nothing was named, there is no inbox, and the sample county lies here. */
    boolean usesSample() {
        return inbox == null && !Files.exists(INBOX) && Files.isDirectory(SAMPLE);
    }
}
