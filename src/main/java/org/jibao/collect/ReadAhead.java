package org.jibao.collect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jibao.checking.CheckedReturn;
import org.jibao.inbox.InboxFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Files in their order, each begun on another thread before it is wanted: while one chunk is stored, the next one is read.
 * The items are files that are being read; as a processor this waits for what came of them.
 */
final class ReadAhead
        implements ItemStreamReader<Future<@Nullable CheckedReturn>>,
                ItemProcessor<Future<@Nullable CheckedReturn>, CheckedReturn> {

    private final Iterator<InboxFile> files;
    private final ReadAndCheck check;
    private final AsyncTaskExecutor threads;
    private final int ahead;
    private final Deque<Future<@Nullable CheckedReturn>> begun = new ArrayDeque<>();
    private @Nullable InboxFile next;
    private volatile boolean ended;

    /** @param ahead files that are begun, at most, before they are wanted */
    ReadAhead(List<InboxFile> files, ReadAndCheck check, AsyncTaskExecutor threads, int ahead) {
        this.files = files.iterator();
        this.check = check;
        this.threads = threads;
        this.ahead = ahead;
        this.next = following();
    }

    @Override
    public @Nullable Future<@Nullable CheckedReturn> read() {
        while (next != null && (begun.isEmpty() || mayWait(next))) {
            InboxFile file = next;
            begun.add(threads.submit(() -> ended ? null : check.process(file)));
            next = following();
        }
        return begun.poll();
    }

    /** A large file takes much memory, and is not read before its turn. */
    private boolean mayWait(InboxFile file) {
        return begun.size() <= ahead && file.size() <= InboxFile.LARGE;
    }

    private @Nullable InboxFile following() {
        return files.hasNext() ? files.next() : null;
    }

    /** Null where the run is to stop: the file is new again at the next. */
    @Override
    public @Nullable CheckedReturn process(Future<@Nullable CheckedReturn> file) throws InterruptedException {
        try {
            return file.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        }
    }

    /** Where the step ends early, nothing is read any more when this returns. */
    @Override
    public void close() {
        ended = true;
        for (Future<@Nullable CheckedReturn> file : begun) {
            try {
                ReadAndCheck.close(process(file));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException told) {
                // The step has failed of something before it.
            }
        }
        begun.clear();
    }
}
