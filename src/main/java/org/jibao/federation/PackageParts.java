package org.jibao.federation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/**
 * The tables of a package: the files that came for the period, the cells and entries of those that count, what was
 * found in them and what became of each unit. What a cover says is left out as in an export: it holds the names of
 * those who signed.
 */
final class PackageParts {

    private static final List<String> ALWAYS = List.of(
            "units",
            "submissions",
            "observations",
            "findings",
            "explanations",
            "answers",
            "coverage",
            "figures",
            "offices");

    private static final String SCHEMA = "package";
    static final String ENDING = ".parquet";

    static final String REGISTER = "register-";

    private final JobDefinition job;
    private final Map<String, String> values;

    PackageParts(JobDefinition job, Period period) {
        this.job = job;
        this.values = Map.of("job", SqlText.literal(job.id()), "period", SqlText.literal(period.code()));
    }

    /** A column of a table, as the engine has it. */
    record Column(String name, String type) {}

    /** The names of all tables, in their order. */
    List<String> names() {
        List<String> names = new ArrayList<>(ALWAYS);
        registers().forEach(form -> names.add(REGISTER + form));
        return names;
    }

    private List<String> registers() {
        return job.forms().stream()
                .filter(form ->
                        form instanceof RegisterForm register && register.purpose() == RegisterForm.Purpose.ENTRIES)
                .map(FormDefinition::id)
                .toList();
    }

    /** Makes all tables in a schema of their own. */
    void create(Sql sql) {
        sql.execute("CREATE SCHEMA " + SCHEMA);
        for (String name : names()) {
            sql.execute("CREATE TABLE " + table(name) + " AS\n" + select(name));
        }
    }

    private String select(String name) {
        if (!name.startsWith(REGISTER)) {
            return SqlText.read(PackageParts.class, name, values);
        }
        Map<String, String> filled = new LinkedHashMap<>(values);
        filled.put("view", SqlText.name(name.substring(REGISTER.length())));
        return SqlText.read(PackageParts.class, "register", filled);
    }

    /** The name of the table in a file of a package. */
    static String name(String file) {
        return file.substring(0, file.length() - ENDING.length());
    }

    static String table(String name) {
        return SCHEMA + "." + SqlText.name(name);
    }

    /** The columns of a table that was made. */
    static List<Column> columns(Sql sql, String name) {
        return sql.query(SqlText.read(PackageParts.class, "columns"), name).stream()
                .map(row -> new Column(row.text("column_name"), row.text("data_type")))
                .toList();
    }
}
