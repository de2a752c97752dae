package org.jibao.store;

import java.util.List;
import java.util.Map;
import org.jibao.support.SqlText;

/** The classes of job parameters: the job repository makes an object of each from its text, whatever class stands there. */
public final class JobParameterTypes {

    private JobParameterTypes() {}

    /** Those that no job of ours has. */
    public static List<String> foreign(Sql sql, String schema) {
        return sql.query(SqlText.read(Store.class, "keeping/parameter_types", Map.of("schema", schema))).stream()
                .map(row -> row.text("parameter_type"))
                .toList();
    }
}
