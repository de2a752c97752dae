package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Every YAML file of a shipped job names its JSON Schema in its first line, and is what the schema says. */
final class ShippedYamlTest {

    private static final Path JOBS = Path.of("jobs");
    private static final String LINE = "# yaml-language-server: $schema=";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(JOBS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** The schema of a file by its place in the job folder. */
    private static String kind(Path file) {
        Path inJob = JOBS.relativize(file);
        String first = inJob.getName(1).toString();
        return switch (first) {
            case "forms" -> "form";
            case "metrics" -> "metric";
            case "tables" -> "table";
            case "examples" -> "example";
            default -> first.replace(".yaml", "");
        };
    }

    @Test
    void namesItsSchemaInTheFirstLine() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files()) {
            Path folder = Objects.requireNonNull(file.getParent());
            String schema = folder.relativize(ReferenceFiles.SCHEMAS.resolve(kind(file) + ".json"))
                    .toString()
                    .replace('\\', '/');
            String first = Files.readAllLines(file).get(0);
            if (!first.equals(LINE + schema)) {
                wrong.add(file + ": " + LINE + schema);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void isWhatItsSchemaSays() throws IOException {
        Map<String, JsonSchema> schemas = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files) {
            JsonSchema schema = schemas.computeIfAbsent(kind(file), ShippedYamlTest::schema);
            mistakes(schema, Files.readString(file)).forEach(mistake -> wrong.add(file + ": " + mistake));
        }
        assertEquals(List.of(), wrong.stream().limit(20).toList());
        assertTrue(files.size() > 50, files::toString);
    }

    @Test
    void refusesWhatTheLoaderRefuses() {
        JsonSchema form = schema("form");
        String grid = "{title: x, sheet: x, cell: count, columns: [A], rows: [B]}";
        assertEquals(List.of(), mistakes(form, grid));
        assertEquals(List.of(), mistakes(form, grid.replace("{title", "{layout: grid, title")));
        for (String wrong : List.of(
                grid.replace("title", "titel"),
                grid.replace("count", "counts"),
                grid.replace("cell: count, ", ""),
                grid.replace("{title", "{layout: cover, title"),
                grid.replace("[A]", "[{label: A, beside: 100}]"),
                grid.replace("[A]", "[{id: a}]"),
                grid.replace("[A]", "[]"))) {
            assertTrue(!mistakes(form, wrong).isEmpty(), wrong);
        }
        JsonSchema figures = schema("figures");
        assertEquals(
                List.of(), mistakes(figures, "figures: {a: {label: A, sum: f.r.c}, reporting_rate: {headline: true}}"));
        for (String wrong : List.of(
                "figures: {a: {label: A}}",
                "figures: {a: {label: A, sum: f.r.c, rate: f.r.c / f.r.d}}",
                "figures: {a: {label: A, mean: f.r.c, weight: f.r.d, where: x}}",
                "figures: {a: {label: A, sum: f.r.c, better: higher}}")) {
            assertTrue(!mistakes(figures, wrong).isEmpty(), wrong);
        }
        JsonSchema checks = schema("checks");
        assertEquals(List.of(), mistakes(checks, "rules: [{sums: a = b + c, id: x, severity: note}]"));
        assertTrue(!mistakes(checks, "rules: [{sums: a = b + c, left: a}]").isEmpty());
        assertTrue(!mistakes(checks, "rules: [{id: x, left: a}]").isEmpty());
    }

    private static List<String> mistakes(JsonSchema schema, String yaml) {
        Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        return schema.validate(json(root)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonSchema schema(String kind) {
        try {
            JsonNode text =
                    new ObjectMapper().readTree(Files.readString(ReferenceFiles.SCHEMAS.resolve(kind + ".json")));
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As editors read YAML: a date is a text. */
    private static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue()
                    .forEach(entry ->
                            object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        boolean truth = text.equals("true") || text.equals("false");
        if (scalar.getTag().equals(Tag.BOOL) && truth) {
            return JSON.booleanNode(text.equals("true"));
        }
        boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
        return number && text.matches("-?\\d+(\\.\\d+)?") ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }
}
