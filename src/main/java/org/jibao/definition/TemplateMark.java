package org.jibao.definition;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a template carries in its custom document properties, where no unit changes it: whose it is, and for when.
 *
 * @param code by which {@link MarkKey} knows it for a template of this unit and period; empty where there is none
 */
public record TemplateMark(String job, String formVersion, String unit, String period, String code) {

    /** The job's id. */
    public static final String JOB = "jibao.job";

    /** The version of the forms. */
    public static final String FORM_VERSION = "jibao.form-version";

    /** The unit's code. */
    public static final String UNIT = "jibao.unit";

    /** The period's code. */
    public static final String PERIOD = "jibao.period";

    /** The code that proves the other three. */
    public static final String CODE = "jibao.code";

    /** By their names, in the order in which they are written. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(JOB, job);
        properties.put(FORM_VERSION, formVersion);
        properties.put(UNIT, unit);
        properties.put(PERIOD, period);
        if (!code.isEmpty()) {
            properties.put(CODE, code);
        }
        return properties;
    }
}
