package org.jibao.definition;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a template carries in its custom document properties, where no unit changes it: whose it is, and for when. */
public record TemplateMark(String job, String formVersion, String unit, String period) {

    /** The job's id. */
    public static final String JOB = "jibao.job";

    /** The version of the forms. */
    public static final String FORM_VERSION = "jibao.form-version";

    /** The unit's code. */
    public static final String UNIT = "jibao.unit";

    /** The period's code. */
    public static final String PERIOD = "jibao.period";

    /** By their names, in the order in which they are written. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(JOB, job);
        properties.put(FORM_VERSION, formVersion);
        properties.put(UNIT, unit);
        properties.put(PERIOD, period);
        return properties;
    }
}
