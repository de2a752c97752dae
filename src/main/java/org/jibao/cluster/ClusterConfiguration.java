package org.jibao.cluster;

import java.sql.Types;
import javax.sql.DataSource;
import org.jibao.run.PlainContexts;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.ConfigurableConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** Spring Batch's job repository in the database of a cluster, and Spring Integration beside it. */
@Configuration(proxyBeanMethods = false)
@EnableIntegration
class ClusterConfiguration extends JdbcDefaultBatchConfiguration {

    private final ClusterDatabase database;

    ClusterConfiguration(ClusterDatabase database) {
        this.database = database;
    }

    @Override
    protected DataSource getDataSource() {
        return database.source();
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return database.transactions();
    }

    @Override
    protected String getDatabaseType() {
        return "POSTGRES";
    }

    /** One manager has the lock: no other process makes instances. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.DEFAULT;
    }

    /** The database is looked after by others: what stands in it must not make objects of any class. */
    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return new PlainContexts();
    }

    /** Of texts only texts and numbers are made, whatever class a parameter names. */
    @Override
    protected ConfigurableConversionService getConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(String.class, Long.class, Long::valueOf);
        conversions.addConverter(Long.class, String.class, String::valueOf);
        return conversions;
    }

    @Override
    protected int getClobType() {
        return Types.VARCHAR;
    }
}
