package org.jibao.app;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jibao.definition.JobDefinition;
import org.jibao.run.ChainAlarm;
import org.jibao.run.Failures;
import org.jibao.run.OpeningStore;
import org.jibao.run.Settings;
import org.jibao.store.DecisionChain;
import org.jibao.store.ReadOnlySql;
import org.jibao.store.Snapshot;
import org.jibao.store.Sql;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;

/**
 * Opens the store or its snapshot for one command, and reports where the ledger or the decisions are no longer what was
 * written. A fault of the store becomes an {@link org.jibao.run.OperationalFailure}.
 */
final class StoreAccess {

    private final Settings settings;
    private final ChainAlarm alarm;

    StoreAccess(Settings settings, ChainAlarm alarm) {
        this.settings = settings;
        this.alarm = alarm;
    }

    <T> T withStore(Consumer<DecisionChain.Head> head, Function<OpeningStore, T> work) {
        alarm.ledger();
        try (OpeningStore store =
                OpeningStore.begin(settings.store(), opened -> head.accept(alarm.store(opened.sql())))) {
            return work.apply(store);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    <T> T withSnapshot(Function<ReadOnlySql, T> work) {
        alarm.ledger();
        try (ReadOnlySql sql = Snapshot.open(settings.store(), StoreSettings.DEFAULT)) {
            alarm.snapshot(sql);
            return work.apply(sql);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /** Fails if the store holds nothing of the job. */
    void collectedOnce(Sql sql, JobDefinition job) {
        if (sql.query("SELECT 1 FROM intake.job WHERE job = ?", job.id()).isEmpty()) {
            throw Failures.nothingCollected(job, settings.store());
        }
    }
}
