package org.jibao.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jibao.definition.OfficeKey;
import org.jibao.federation.OfficeKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao keys}: the key with which this office signs what it hands on. */
@Command(name = "keys")
final class KeysCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Option(names = "--show", descriptionKey = "keys-show")
    private boolean show;

    KeysCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        OfficeKeys keys = OfficeKeys.beside(job.settings(screen).store());
        if (show) {
            Optional<OfficeKey> known = keys.shown();
            if (known.isEmpty()) {
                screen.err().println(screen.say("keys.none", keys.file()));
                return ExitCode.FAILED;
            }
            say(known.get());
        } else {
            OfficeKey made = keys.make();
            screen.out().println(screen.say("keys.made", keys.file()));
            say(made);
        }
        return ExitCode.DONE;
    }

    private void say(OfficeKey key) {
        screen.out().println(screen.say("keys.public", key.text()));
        screen.out().println(screen.say("keys.fingerprint", key.fingerprint()));
        screen.out().println(screen.say("keys.next"));
    }
}
