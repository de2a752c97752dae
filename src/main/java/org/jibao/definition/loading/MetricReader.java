package org.jibao.definition.loading;

import java.util.List;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.finding.Text;

/** {@code metrics/<id>.yaml} and its twin {@code <id>.sql}. */
final class MetricReader {

    private MetricReader() {}

    static MetricDefinition read(String id, Mapping twin, String sql) {
        Ids names = new Ids();
        Text title = twin.need("title").words();
        List<String> grain =
                twin.need("grain").items().stream().map(names::claim).toList();
        List<Measure> columns = twin.need("columns")
                .mappings()
                .map(column -> measure(column, names))
                .toList();
        boolean ofRecord = twin.get("of-record").flag();
        twin.end();
        return new MetricDefinition(id, title, grain, columns, sql, ofRecord);
    }

    private static Measure measure(Mapping column, Ids names) {
        Measure measure = new Measure(
                names.claim(column.need("name")),
                new Text(column.need("zh").text(), column.need("en").text()),
                column.get("unit").words(),
                column.get("numerator").words(),
                column.get("denominator").words(),
                column.get("note").words());
        column.end();
        return measure;
    }
}
