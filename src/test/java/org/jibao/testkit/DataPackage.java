package org.jibao.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the Frictionless specifications (Tabular Data Package, Tabular Data Resource and Table Schema, version 1) ask of a
 * descriptor, written down from their text; and whether the files are the ones it speaks of.
 */
public final class DataPackage {

    private static final Set<String> TYPES = Set.of(
            "string",
            "number",
            "integer",
            "boolean",
            "object",
            "array",
            "date",
            "time",
            "datetime",
            "year",
            "yearmonth",
            "duration",
            "geopoint",
            "geojson",
            "any");
    private static final Set<String> CONSTRAINTS =
            Set.of("required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum");

    private final Path folder;
    private final Map<String, @Nullable Object> descriptor;
    private final List<String> problems = new ArrayList<>();

    public DataPackage(Path folder) throws IOException {
        this.folder = folder;
        this.descriptor = map(JsonTree.read(folder.resolve("datapackage.json")));
    }

    public List<Map<String, @Nullable Object>> resources() {
        return maps(descriptor.get("resources"));
    }

    /** The fields of a resource. */
    public static List<Map<String, @Nullable Object>> fields(Map<String, @Nullable Object> resource) {
        return maps(map(resource.get("schema")).get("fields"));
    }

    /** Every rule that is broken; empty when all is well. */
    public List<String> problems() throws IOException {
        expect("tabular-data-package".equals(descriptor.get("profile")), "profile");
        name("package", descriptor.get("name"));
        text("package", descriptor, "title", "description");
        Set<String> names = new HashSet<>();
        for (Map<String, @Nullable Object> resource : resources()) {
            String name = String.valueOf(resource.get("name"));
            expect(names.add(name), name + " twice");
            resource(name, resource);
        }
        expect(!names.isEmpty(), "no resources");
        return problems;
    }

    private void resource(String name, Map<String, @Nullable Object> resource) throws IOException {
        name(name, name);
        expect("tabular-data-resource".equals(resource.get("profile")), name + " profile");
        expect("utf-8".equals(resource.get("encoding")), name + " encoding");
        expect("csv".equals(resource.get("format")) && "text/csv".equals(resource.get("mediatype")), name + " format");
        text(name, resource, "title");
        file(name, resource);
        file(name, map(resource.get("parquet")));
        Map<String, @Nullable Object> dialect = map(resource.get("dialect"));
        expect(",".equals(dialect.get("delimiter")) && "\r\n".equals(dialect.get("lineTerminator")), name + " dialect");
        schema(name, map(resource.get("schema")));
    }

    private void file(String name, Map<String, @Nullable Object> described) throws IOException {
        String path = String.valueOf(described.get("path"));
        expect(!path.startsWith("/") && !path.contains("..") && !path.contains("\\"), name + " path " + path);
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        expect(Objects.equals((long) bytes.length, described.get("bytes")), path + " bytes");
        expect(("sha256:" + sha256(bytes)).equals(described.get("hash")), path + " hash");
    }

    private void schema(String name, Map<String, @Nullable Object> schema) {
        expect(List.of("").equals(schema.get("missingValues")), name + " missingValues");
        List<String> fields = new ArrayList<>();
        for (Map<String, @Nullable Object> field : maps(schema.get("fields"))) {
            String of = name + "." + field.get("name");
            expect(!fields.contains(String.valueOf(field.get("name"))), of + " twice");
            fields.add(String.valueOf(field.get("name")));
            expect(TYPES.contains(String.valueOf(field.get("type"))), of + " type");
            expect("default".equals(field.get("format")), of + " format");
            text(of, field, "title");
            if (field.containsKey("constraints")) {
                Map<String, @Nullable Object> constraints = map(field.get("constraints"));
                expect(!constraints.isEmpty() && CONSTRAINTS.containsAll(constraints.keySet()), of + " constraints");
                expect(constraints.getOrDefault("required", true) instanceof Boolean, of + " required");
            }
        }
        expect(!fields.isEmpty(), name + " has no fields");
        if (schema.containsKey("primaryKey")) {
            expect(fields.containsAll(list(schema.get("primaryKey"))), name + " primaryKey");
        }
        if (schema.containsKey("foreignKeys")) {
            maps(schema.get("foreignKeys")).forEach(key -> foreignKey(name, fields, key));
        }
    }

    private void foreignKey(String name, List<String> fields, Map<String, @Nullable Object> key) {
        expect(fields.contains(String.valueOf(key.get("fields"))), name + " foreignKeys fields");
        Map<String, @Nullable Object> reference = map(key.get("reference"));
        String target = String.valueOf(reference.get("resource"));
        String column = String.valueOf(reference.get("fields"));
        boolean known = resources().stream()
                .filter(resource ->
                        target.equals(resource.get("name")) || target.isEmpty() && name.equals(resource.get("name")))
                .anyMatch(resource -> fields(resource).stream().anyMatch(field -> column.equals(field.get("name"))));
        expect(known, name + " foreignKeys to " + target + "." + column);
    }

    private void name(String of, @Nullable Object name) {
        expect(name instanceof String text && text.matches("[-a-z0-9._/]+"), of + " name " + name);
    }

    private void text(String of, Map<String, @Nullable Object> object, String... names) {
        for (String name : names) {
            expect(object.get(name) instanceof String text && !text.isEmpty(), of + " " + name);
            expect(object.get(name + "@en") instanceof String text && !text.isEmpty(), of + " " + name + "@en");
        }
    }

    private void expect(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalStateException("not an object: " + value);
    }

    private static List<Map<String, @Nullable Object>> maps(@Nullable Object value) {
        return list(value).stream().map(DataPackage::map).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw new IllegalStateException("not a list: " + value);
    }
}
