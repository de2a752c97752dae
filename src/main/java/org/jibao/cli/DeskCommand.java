package org.jibao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jibao.cli.log.LogFiles;
import org.jibao.cli.page.ScheduleLog.UnwritableLog;
import org.jibao.cli.page.Screen;
import org.jibao.desk.Desk;
import org.jibao.desk.DeskSettings;
import org.jibao.finding.Wording;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao desk}: opens the officer's pages in the browser, until Ctrl-C or until they are not used any more. */
@Command(name = "desk")
final class DeskCommand implements Callable<Integer> {

    private static final Wording WORDS = Wording.of(DeskCommand.class);
    private static final Logger LOG = LoggerFactory.getLogger(DeskCommand.class);

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(
            names = "--as-of",
            paramLabel = "2026-10-20T09:00+08:00",
            descriptionKey = "as-of",
            converter = TimeOptions.TimeConverter.class)
    private @Nullable Instant asOf;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port", defaultValue = "0")
    private int port;

    @Option(names = "--idle", paramLabel = "MINUTES", descriptionKey = "idle", defaultValue = "120")
    private int idle = 120;

    @Option(names = "--no-browser", descriptionKey = "no-browser")
    private boolean noBrowser;

    DeskCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings first = settings(job.name());
        DeskSettings settings = new DeskSettings(
                this::settings,
                name -> folders.usesSample(name) ? Path.of("inbox", name) : folders.inbox(name),
                first.job(),
                first.jobs(),
                first.store(),
                screen.language(),
                port,
                Duration.ofMinutes(Math.max(1, idle)));
        LogFiles log = LogFiles.beside(first.store(), new UnwritableLog(screen, first.store()));
        try (Desk desk = Desk.open(settings)) {
            GracefulShutdown.begin(desk::stop);
            String address = desk.address();
            screen.out().println(screen.say("desk.open", address));
            screen.out().flush();
            if (!noBrowser) {
                browse(address);
            }
            screen.out().println(screen.say(desk.await() ? "desk.idle" : "desk.ended"));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new OperationalFailure(WORDS.text("desk.no-port", port), e);
        } finally {
            log.close();
        }
    }

    private Settings settings(String name) {
        return job.settings(screen, name).withFolders(folders.inbox(name), folders.received(), folders.out(), asOf);
    }

    /** The machine's own browser; where it does not open, the officer has the address. */
    private void browse(String address) {
        try {
            String system = System.getProperty("os.name", "");
            List<String> command = system.startsWith("Windows")
                    ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                    : system.startsWith("Mac") ? List.of("open", address) : List.of("xdg-open", address);
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noBrowserHere) {
            LOG.info("no browser could be opened", noBrowserHere);
        }
    }
}
