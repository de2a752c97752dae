package org.jibao.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.Screen;
import org.jibao.draft.DraftOutcome.DraftRoster;
import org.jibao.run.Failures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jibao units --from FOLDER}: the list of units that returns name. */
@Command(name = "units")
final class UnitsCommand implements Callable<Integer> {

    private final Screen screen;

    @Option(names = "--from", paramLabel = "FILE", arity = "1..*", required = true, descriptionKey = "units-from")
    private List<Path> from = new ArrayList<>();

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "units-to")
    private @Nullable Path to;

    UnitsCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        DraftRoster roster = Jibao.draftRoster(from);
        roster.remarks().forEach(remark -> screen.err().println(screen.say("new.remark", remark.text())));
        if (roster.csv().isEmpty()) {
            screen.err().println(screen.say("units.none"));
            return ExitCode.FAILED;
        }
        if (to == null) {
            screen.out().print(roster.csv());
            return ExitCode.DONE;
        }
        return write(to, roster);
    }

    private int write(Path file, DraftRoster roster) {
        try {
            Files.write(file, roster.csv().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            screen.err().println(screen.say("units.exists", file));
            return ExitCode.FAILED;
        } catch (IOException e) {
            throw Failures.output(e);
        }
        screen.out().println(screen.say("units.made", file, roster.units()));
        return ExitCode.DONE;
    }
}
