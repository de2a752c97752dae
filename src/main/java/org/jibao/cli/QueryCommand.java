package org.jibao.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jibao.batch.Jibao;
import org.jibao.batch.Progress;
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

    QueryCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        PrintStream out = screen.out().inBulk();
        try {
            format.print(new Jibao(job.settings(screen), Progress.NONE), sql, out);
        } finally {
            out.flush();
        }
        return ExitCode.DONE;
    }
}
