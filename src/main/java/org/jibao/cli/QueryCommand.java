package org.jibao.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jibao.app.Jibao;
import org.jibao.cli.page.QueryFormat;
import org.jibao.cli.page.Screen;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.UnusableArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jibao query "SQL"}: read-only, over what was published last. */
@Command(name = "query")
final class QueryCommand implements Callable<Integer> {
    private static final Wording WORDS = Wording.of(QueryCommand.class);

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Parameters(paramLabel = "SQL", descriptionKey = "sql")
    private String sql = "";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "table")
    private QueryFormat format = QueryFormat.TABLE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "query-output")
    private @Nullable Path output;

    QueryCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Settings settings = job.settings(screen);
        Jibao jibao = new Jibao(settings, Progress.NONE);
        if (output != null) {
            new QueryFile(output, settings.store()).write(out -> format.print(jibao, sql, out));
            return ExitCode.DONE;
        }
        PrintStream out = screen.out().inBulk();
        try {
            format.print(jibao, sql, out);
        } finally {
            out.flush();
        }
        return ExitCode.DONE;
    }

    /** A file to which rows are written as they are, whole or not at all; its owner alone may open it. */
    static final class QueryFile {

        private static final int BULK = 1 << 16;

        private final Path file;

        /** @throws UnusableArgument where the file is one of the store */
        QueryFile(Path file, Path store) {
            this.file = file.toAbsolutePath();
            String stem = store.getFileName().toString().replaceFirst("\\.duckdb$", "");
            boolean besideStore = store.toAbsolutePath()
                    .resolveSibling(this.file.getFileName())
                    .equals(this.file);
            if (besideStore && this.file.getFileName().toString().startsWith(stem + ".")) {
                throw new UnusableArgument(WORDS.text("query.store-file", file));
            }
        }

        void write(Consumer<PrintStream> content) {
            Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
            try {
                try {
                    fill(draft, content);
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(draft);
                }
            } catch (IOException e) {
                throw new OperationalFailure(WORDS.text("query.not-written", file, e), e);
            }
        }

        private static void fill(Path draft, Consumer<PrintStream> content) throws IOException {
            try (OutputStream stream = OwnFiles.write(draft);
                    PrintStream out =
                            new PrintStream(new BufferedOutputStream(stream, BULK), false, StandardCharsets.UTF_8)) {
                content.accept(out);
                if (out.checkError()) {
                    throw new IOException("the disk takes no more");
                }
            }
        }
    }
}
