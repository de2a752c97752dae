package org.jibao.run;

import java.sql.Types;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch's job repository in a database that is asked as PostgreSQL is: DuckDB, or a cluster's PostgreSQL. Others
 * may have written what stands there, so that no objects of any class are made of it.
 */
public abstract class PlainRepository extends JdbcDefaultBatchConfiguration {

    private final DataSource source;
    private final PlatformTransactionManager transactions;

    protected PlainRepository(DataSource source, PlatformTransactionManager transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    @Override
    protected DataSource getDataSource() {
        return source;
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return transactions;
    }

    /** DuckDB's sequences are asked as PostgreSQL's are. */
    @Override
    protected String getDatabaseType() {
        return "POSTGRES";
    }

    /**
     * One process at a time makes instances: it has the store, or the lock of the cluster. DuckDB has one level, which
     * is snapshot isolation, and refuses to be asked for SERIALIZABLE.
     */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.DEFAULT;
    }

    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return new PlainContexts();
    }

    @Override
    protected int getClobType() {
        return Types.VARCHAR;
    }
}
