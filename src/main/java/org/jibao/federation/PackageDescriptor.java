package org.jibao.federation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.federation.PackageManifest.Part;
import org.jibao.federation.PackageParts.Column;
import org.jibao.support.Json;

/**
 * {@code datapackage.json} of a package: a Data Package of the Frictionless specifications, version 1, over Parquet
 * files.
 */
final class PackageDescriptor {

    static final String NAME = "datapackage.json";

    private PackageDescriptor() {}

    /** One table of the package. */
    record Table(Part part, List<Column> columns) {

        Table {
            columns = List.copyOf(columns);
        }
    }

    static String of(String name, List<Table> tables) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", "data-package");
        json.put("name", name.toLowerCase(Locale.ROOT));
        json.put("resources", tables.stream().map(PackageDescriptor::resource).toList());
        return Json.of(json) + "\n";
    }

    private static Map<String, Object> resource(Table table) {
        String file = table.part().name();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", "data-resource");
        json.put("name", file.substring(0, file.lastIndexOf('.')));
        json.put("path", file);
        json.put("format", "parquet");
        json.put("mediatype", "application/vnd.apache.parquet");
        json.put("bytes", table.part().bytes());
        json.put("hash", "sha256:" + table.part().sha256());
        json.put(
                "schema",
                Map.of(
                        "fields",
                        table.columns().stream().map(PackageDescriptor::field).toList()));
        return json;
    }

    private static Map<String, Object> field(Column column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", column.name());
        json.put("type", type(column.type()));
        return json;
    }

    private static String type(String type) {
        return switch (type) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "HUGEINT" -> "integer";
            case "DOUBLE", "FLOAT" -> "number";
            case "BOOLEAN" -> "boolean";
            case "DATE" -> "date";
            case "TIMESTAMP" -> "datetime";
            default -> type.startsWith("DECIMAL(") ? "number" : "string";
        };
    }
}
