package org.jibao.definition.loading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.definition.loading.Shape.Keys;
import org.jibao.finding.Language;
import org.jibao.testkit.Guides;

/** The files made from what the loader takes: the JSON Schemas, and the reference in both languages. */
final class ReferenceFiles {

    static final Path SCHEMAS = Path.of("jobs/common/schema");

    /** What each kind of file is called, and which section of {@code job-folder.md} describes its keys. */
    private static final Map<String, List<String>> KINDS = kinds();

    private final Map<String, Keys> keys;
    private final Map<String, List<String>> tables;

    ReferenceFiles(Path temporary) {
        LoaderKeys loader = new LoaderKeys(temporary);
        keys = loader.all();
        tables = SqlTables.of(temporary, loader.job());
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("job", List.of("job.yaml", "## job.yaml"));
        kinds.put("form", List.of("forms/ID.yaml", "## forms/"));
        kinds.put("checks", List.of("checks/ID.yaml", "## checks/"));
        kinds.put("figures", List.of("figures.yaml", "## figures.yaml"));
        kinds.put("metric", List.of("metrics/ID.yaml", "## metrics/"));
        kinds.put("summary", List.of("summary.yaml", "## summary.yaml"));
        kinds.put("table", List.of("jobs/common/tables/ID.yaml", "## summary.yaml"));
        kinds.put("example", List.of("examples/CASE/example.yaml", "## examples/"));
        return kinds;
    }

    Map<Path, String> all() {
        Map<Path, String> files = new LinkedHashMap<>();
        keys.forEach((kind, found) -> files.put(SCHEMAS.resolve(kind + ".json"), schema(kind, found)));
        files.put(Path.of("src/docs/reference.md"), page(Language.EN));
        files.put(Path.of("src/docs/reference.zh-CN.md"), page(Language.ZH));
        return files;
    }

    Map<String, Keys> keys() {
        return keys;
    }

    private static KeyDescriptions descriptions(String kind) {
        return KeyDescriptions.of(Guides.text("job-folder.md"), named(kind).get(1));
    }

    private static List<String> named(String kind) {
        return Objects.requireNonNull(KINDS.get(kind));
    }

    private static String schema(String kind, Keys keys) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return new ObjectMapper()
                            .writer(printer)
                            .writeValueAsString(new JsonSchemas(descriptions(kind))
                                    .schema(named(kind).get(0), keys))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String page(Language language) {
        ReferencePage page = new ReferencePage(language);
        page.line("# 键和表总览", "# Reference: every key and every table");
        page.line("", "");
        page.line(
                "本页由程序按装载程序实际接受的内容生成，请勿手改。各键的含义见[任务文件夹](job-folder.md)。每个 YAML 文件首行指明所用的 JSON Schema，编辑器据此补全和检查。",
                "This page is made from what the loader takes; do not edit it. [The job folder](job-folder.md) explains the keys. The first line"
                        + " of a YAML file names its JSON Schema, with which an editor completes and checks it while one types.");
        page.line("", "");
        page.line(
                "`a.b` 是 `a` 下的 `b`，`a[]` 是列表 `a` 的一项，`*` 是自拟的 ID。“文字”是一段文本，或按语言分列的 `{zh: …, en: …}`。",
                "`a.b` is `b` under `a`, `a[]` an item of the list `a`, and `*` an ID of your own. Words are a text, or one for each language:"
                        + " `{zh: …, en: …}`.");
        keys.forEach((kind, found) -> page.file(named(kind).get(0), kind, found, descriptions(kind)));
        page.tables(tables);
        return page.text();
    }
}
