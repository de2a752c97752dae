package org.jibao.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.QueryFormat;
import org.jibao.cli.page.Screen;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jibao query "SQL"}: read-only, over what was published last. */
@Command(name = "query")
final class QueryCommand implements Callable<Integer> {

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
}
