package org.jibao.cli.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jibao.cli.log.LogFiles;

/** Says that the log files cannot be written, once however long the command stays. The run itself goes on. */
public final class UnwritableLog implements Consumer<IOException> {

    private final Screen screen;
    private final Path store;
    private final AtomicBoolean said = new AtomicBoolean();

    public UnwritableLog(Screen screen, Path store) {
        this.screen = screen;
        this.store = store;
    }

    @Override
    public void accept(IOException why) {
        if (!said.getAndSet(true)) {
            screen.err().println(screen.say("log.unwritable", LogFiles.folder(store), why));
        }
    }
}
