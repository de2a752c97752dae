package org.jibao.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jibao.cluster.SliceStep.NotSeenException;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.inbox.FileLines;
import org.jibao.run.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.integration.partition.RemotePartitioningWorkerStepBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.integration.dsl.context.IntegrationFlowContext.IntegrationFlowRegistration;

/**
 * A worker at work by one job folder: polls the queue, and each message is taken in a transaction that lasts until its
 * part stands. Where that is rolled back, by a failure, by the end of the connection or by the death of the process,
 * the message is there for the next worker.
 */
final class WorkerSession implements AutoCloseable {

    private static final Duration BETWEEN_POLLS = Duration.ofMillis(500);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SliceWork work;
    private final SliceStep tasklet;
    private final Consumer<Throwable> disturbed;
    private final CountDownLatch broken = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * @param done takes each slice whose part stands
     * @param disturbed takes what the database refused: it is tried again
     */
    WorkerSession(
            ClusterDatabase database,
            ClusterSettings settings,
            JobDefinition job,
            Optional<MarkKey> key,
            int threads,
            Progress progress,
            Consumer<Slice> done,
            Consumer<Throwable> disturbed)
            throws IOException {
        this.disturbed = disturbed;
        this.work = new SliceWork(job, key, threads, progress);
        this.tasklet = new SliceStep(database, settings.parts(), new FileLines(settings.inbox()), work, done);
        context.registerBean(ClusterConfiguration.class, () -> new ClusterConfiguration(database));
        context.refresh();
        DirectChannel requests = new DirectChannel();
        step(database, requests);
        context.getBean(IntegrationFlowContext.class)
                .registration(polling(database, SliceQueue.open(database, Participant.here(job, key)), requests))
                .autoStartup(false)
                .register();
    }

    private void step(ClusterDatabase database, DirectChannel requests) {
        AtomicReference<@Nullable Step> step = new AtomicReference<>();
        step.set(new RemotePartitioningWorkerStepBuilder(SliceQueue.STEP, context.getBean(JobRepository.class))
                .beanFactory(context)
                .stepLocator(name -> name.equals(SliceQueue.STEP) ? step.get() : null)
                .inputChannel(requests)
                .tasklet(tasklet, database.transactions())
                .build());
    }

    private IntegrationFlow polling(ClusterDatabase database, QueueChannel queue, DirectChannel requests) {
        return IntegrationFlow.from(queue)
                .bridge(bridge -> bridge.poller(poller -> poller.fixedDelay(BETWEEN_POLLS)
                        .receiveTimeout(0)
                        .transactional(database.transactions())
                        .errorHandler(this::failed)))
                .channel(requests)
                .get();
    }

    /**
     * A slice that this machine cannot do ends the worker; what the database refuses is tried again, and so is a slice
     * of a plan that is not there: a run that was killed may have left it in the queue, and the next one takes it back.
     */
    private void failed(Throwable thrown) {
        Throwable own = tasklet.failure();
        Throwable why = own == null ? thrown : own;
        if (own == null || own instanceof NotSeenException || ClusterDatabase.isOfDatabase(own)) {
            disturbed.accept(why);
        } else {
            failure.compareAndSet(null, why);
            broken.countDown();
        }
    }

    void start() {
        context.getBean(IntegrationFlowContext.class)
                .getRegistry()
                .values()
                .forEach(IntegrationFlowRegistration::start);
    }

    /** Waits a while, or until the machine has failed; and gives of what. */
    @Nullable
    Throwable await(Duration while_) throws InterruptedException {
        broken.await(while_.toMillis(), TimeUnit.MILLISECONDS);
        return failure.get();
    }

    /** Waits for the slice that is being read. */
    @Override
    public void close() {
        context.getBean(IntegrationFlowContext.class).getRegistry().values().forEach(IntegrationFlowRegistration::stop);
        context.close();
        work.close();
    }
}
