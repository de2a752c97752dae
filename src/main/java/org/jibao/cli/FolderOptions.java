package org.jibao.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where returns come in and summaries go out. */
final class FolderOptions {

    /** What a fresh copy works on: the county that does not exist, one folder a job. */
    private static final Path SAMPLE = Path.of("sample-data", "county");

    /** One folder for all that comes, or one a job in it where several jobs are at work. */
    private static final Path INBOX = Path.of("inbox");

    @Option(names = "--inbox", paramLabel = "DIR", descriptionKey = "inbox")
    private @Nullable Path inbox;

    @Option(names = "--received", paramLabel = "FILE", descriptionKey = "received")
    private @Nullable Path received;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out", defaultValue = "out")
    private Path out = Path.of("out");

    Path inbox(String job) {
        if (inbox != null) {
            return inbox;
        }
        Path own = INBOX.resolve(job);
        if (Files.isDirectory(own)) {
            return own;
        }
        return usesSample(job) ? SAMPLE.resolve(job) : INBOX;
    }

    /** The folder that was named, if one was. */
    Optional<Path> named() {
        return Optional.ofNullable(inbox);
    }

    /** The register of receipt that was named, if one was. */
    Optional<Path> received() {
        return Optional.ofNullable(received);
    }

    Path out() {
        return out;
    }

    /** Nothing was named, there is no inbox, and the sample county lies here. */
    boolean usesSample(String job) {
        return inbox == null && !Files.exists(INBOX) && Files.isDirectory(SAMPLE.resolve(job));
    }
}
