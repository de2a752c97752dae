package org.jibao.cluster;

import org.jibao.run.PlainRepository;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.ConfigurableConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.integration.config.EnableIntegration;

/** Spring Batch's job repository in the database of a cluster, and Spring Integration beside it. */
@Configuration(proxyBeanMethods = false)
@EnableIntegration
class ClusterConfiguration extends PlainRepository {

    ClusterConfiguration(ClusterDatabase database) {
        super(database.source(), database.transactions());
    }

    /** Of texts only texts and numbers are made, whatever class a parameter names. */
    @Override
    protected ConfigurableConversionService getConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(String.class, Long.class, Long::valueOf);
        conversions.addConverter(Long.class, String.class, String::valueOf);
        return conversions;
    }
}
