package org.jibao.run;

import org.jibao.store.Store;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Spring Batch over one open store. Costs half a second to start, so it is started only where there is work. */
public final class Batch implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Batch(Store store) {
        context.registerBean(BatchConfiguration.class, () -> new BatchConfiguration(store));
        context.refresh();
    }

    public static Batch start(Store store) {
        store.checkJobParameters();
        return new Batch(store);
    }

    public JobRepository repository() {
        return context.getBean(JobRepository.class);
    }

    public JobOperator operator() {
        return context.getBean(JobOperator.class);
    }

    /** A number that no earlier instance of the job was started with. */
    public long nextRun(String batchJob) {
        return repository().getJobInstances(batchJob, 0, 1).stream()
                .mapToLong(instance -> instance.getInstanceId() + 1)
                .findFirst()
                .orElse(1);
    }

    @Override
    public void close() {
        context.close();
    }
}
