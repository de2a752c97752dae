package org.jibao.run;

import java.sql.Types;
import javax.sql.DataSource;
import org.jibao.store.Store;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch's job repository in the store itself: a chunk's rows and the step's own state are committed together, and
 * a kill at any instant finds both or neither.
 */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration extends JdbcDefaultBatchConfiguration {

    private final Store store;

    BatchConfiguration(Store store) {
        this.store = store;
    }

    @Override
    protected DataSource getDataSource() {
        return store.dataSource();
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return store.transactions();
    }

    @Override
    protected String getTablePrefix() {
        return Store.batchTablePrefix();
    }

    /** DuckDB's sequences are asked as PostgreSQL's are. */
    @Override
    protected String getDatabaseType() {
        return "POSTGRES";
    }

    /** DuckDB has one level, which is snapshot isolation, and refuses to be asked for SERIALIZABLE. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.DEFAULT;
    }

    /** What a restored store says of a run must not make objects of any class. */
    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return new PlainContexts();
    }

    @Override
    protected int getClobType() {
        return Types.VARCHAR;
    }
}
