package org.jibao.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jibao.cli.log.LogFiles;
import org.jibao.cli.page.ScheduleLog.UnwritableLog;
import org.jibao.cli.page.Screen;
import org.jibao.cluster.ClusterSchema;
import org.jibao.cluster.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao worker}: stay, and read slices of files for a run on another machine. */
@Command(name = "worker")
final class WorkerCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--schema", descriptionKey = "worker-schema")
    private boolean schema;

    WorkerCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (schema) {
            screen.out().print(ClusterSchema.text());
            return ExitCode.DONE;
        }
        String address = cluster.address();
        if (address == null) {
            screen.err().println(screen.say("worker.no-cluster"));
            return ExitCode.WRONG_USAGE;
        }
        work(address);
        return ExitCode.DONE;
    }

    private void work(String address) {
        Path store = job.store();
        Path logs = store.resolveSibling(
                store.getFileName() + ".worker-" + ProcessHandle.current().pid());
        Worker worker = new Worker(
                cluster.settings(address, folders.inbox(job.name()), store),
                job.jobs(),
                job.name(),
                store,
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())),
                text -> screen.err().println(screen.say(text)));
        GracefulShutdown.begin(() -> {
            screen.err().println(screen.say("worker.stopping"));
            worker.stop();
        });
        try (LogFiles log = LogFiles.beside(logs, new UnwritableLog(screen, logs))) {
            worker.run();
        }
    }
}
