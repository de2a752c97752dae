package org.jibao.collect;

import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.federation.PackageIntake;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.run.RunLog;
import org.jibao.run.Stage;
import org.jibao.store.Store;
import org.slf4j.MDC;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Takes in the packages of offices below that are new, in the order of receipt. */
final class TakePackages implements ItemWriter<InboxFile> {

    private final CollectJob.Work work;
    private final PackageIntake intake;
    private final List<InboxFile> packages;
    private long done;

    TakePackages(Store store, JobDefinition job, CollectJob.Work work) {
        this.work = work;
        this.intake = new PackageIntake(store, job, work.asOf());
        this.packages = work.newFiles().stream().filter(TakePackages::isOne).toList();
    }

    static boolean isOne(InboxFile file) {
        return file.container() == Container.PACKAGE;
    }

    List<InboxFile> packages() {
        return packages;
    }

    @Override
    public void write(Chunk<? extends InboxFile> chunk) {
        for (InboxFile file : chunk.getItems()) {
            try (MDC.MDCCloseable named = MDC.putCloseable(RunLog.FILE, PersonalNumbers.masked(file.name()));
                    BeingRead.Entry reading = work.note().begin(file)) {
                intake.take(file, work.note().isSuspect(file));
            }
            work.progress().at(Stage.PACKAGES, ++done, packages.size());
        }
    }
}
