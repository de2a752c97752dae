package org.jibao.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jibao.cluster.PartsFolder.Part;
import org.jibao.inbox.FileLines;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * What a worker does with a message, within the transaction in which it was taken: makes the part, and notes in the
 * step's execution what it is. Whatever goes wrong undoes the transaction, and the message is there for the next one.
 */
final class SliceStep implements Tasklet {

    /** Keys of the step's execution context. */
    static final String SLICE = "slice";

    static final String SHA256 = "sha256";
    static final String PART = "part";
    static final String FILES = "files";

    /** The job's parameter. */
    static final String PLAN = "plan";

    private final ClusterDatabase database;
    private final Path parts;
    private final FileLines lines;
    private final SliceWork work;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Consumer<Slice> done;

    SliceStep(ClusterDatabase database, Path parts, FileLines lines, SliceWork work, Consumer<Slice> done) {
        this.database = database;
        this.parts = parts;
        this.lines = lines;
        this.work = work;
        this.done = done;
    }

    /** What the last slice failed of, if it did: said once. */
    @Nullable
    Throwable failure() {
        return failure.getAndSet(null);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        try {
            return execute(contribution, contribution.getStepExecution());
        } catch (IOException | RuntimeException e) {
            failure.set(e);
            throw e;
        }
    }

    private RepeatStatus execute(StepContribution contribution, StepExecution step) throws IOException {
        ExecutionContext context = step.getExecutionContext();
        PartsFolder folder = PartsFolder.of(
                parts, Objects.requireNonNull(step.getJobParameters().getString(PLAN)));
        if (!folder.exists()) {
            throw new NotSeenException(parts);
        }
        Slice slice = Slice.read(folder.text((int) context.getLong(SLICE), context.getString(SHA256)), lines);
        Optional<Part> part = work.make(slice, folder, this::beat);
        if (part.isEmpty()) {
            throw new StoppingException();
        }
        note(part.get(), context);
        contribution.incrementWriteCount(slice.files().size());
        done.accept(slice);
        return RepeatStatus.FINISHED;
    }

    /** On the connection of the transaction: where that is gone, so is the message. */
    private void beat() {
        database.sql().queryForObject("SELECT 1", Integer.class);
    }

    static void note(Part part, ExecutionContext context) {
        context.putString(PART, part.name());
        context.putString(FILES, Json.line(part.files()));
    }

    /** What a step that has come to its end says of its part; empty where it says none. */
    static Optional<Part> part(ExecutionContext context) {
        try {
            Map<String, String> files = new LinkedHashMap<>();
            Json.object(context.getString(FILES)).forEach((file, sha256) -> files.put(file, String.valueOf(sha256)));
            return Optional.of(new Part(context.getString(PART), files));
        } catch (IOException | RuntimeException notNoted) {
            return Optional.empty();
        }
    }

    /** The folder of parts is not there on this machine. */
    static final class NotSeenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotSeenException(Path parts) {
            super(parts.toAbsolutePath().toString());
        }
    }

    /** The worker is to stop: what it has begun is another's. */
    static final class StoppingException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
