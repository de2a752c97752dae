package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Language;

/** A small sound job folder, some of whose files a test replaces. */
final class TestJob {

    static final String JOB = """
            title: {zh: 测试, en: Test}
            version: "1"
            period: quarter
            due: {day: 10, shift: none}
            open-for: 30
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>\\D+)(?<period>\\d.*)'
            unit-kinds:
              town: {zh: 镇, en: Towns}
            owed-by: [town]
            roster: units.csv
            forms: [cover, counts, items]
            """;

    private static final String UNITS = """
            code,name,kind,parent,aliases,active_from,active_to
            T1,甲镇,town,,,,
            T2,乙镇,town,T1,乙|乙乡,2020-01-01,
            """;

    private static final String COVER = """
            layout: cover
            title: {zh: 封面, en: Cover}
            sheet: {name: 封面}
            unit-name: unit
            fields:
              - {id: unit, zh: 单位, en: Unit}
            """;

    private static final String COUNTS = """
            layout: grid
            title: {zh: 表一, en: Table 1}
            sheet: {name: 表一, aliases: [表1]}
            cell: {kind: count, unit: 件}
            columns:
              - {id: received, zh: 收到, en: Received}
              - {id: closed, zh: 办结, en: Closed}
            rows:
              - {id: letters, zh: 来信, en: Letters}
              - {id: total, zh: 合计, en: Total}
            """;

    private static final String ITEMS = """
            layout: register
            title: {zh: 台账, en: Register}
            sheet: {name: 台账}
            fields:
              - {id: title, zh: 标题, en: Title, required: true}
              - {id: kind, zh: 类别, en: Kind, values: [{id: letters, zh: 来信, en: Letters}]}
              - {id: sent_on, zh: 日期, en: Date, cell: {kind: date}}
            """;

    private final Path folder;

    private TestJob(Path folder) {
        this.folder = folder;
    }

    static TestJob in(Path parent) {
        return new TestJob(parent.resolve("test-job"))
                .with("job.yaml", JOB)
                .with("units.csv", UNITS)
                .with("forms/cover.yaml", COVER)
                .with("forms/counts.yaml", COUNTS)
                .with("forms/items.yaml", ITEMS);
    }

    Path folder() {
        return folder;
    }

    TestJob with(String file, String text) {
        return with(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    TestJob with(String file, byte[] content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code job.yaml} with one text replaced, which must be there. */
    TestJob withJob(String text, String replacement) {
        return withChanged("job.yaml", text, replacement);
    }

    /** A file with one text replaced, which must be there. */
    TestJob withChanged(String file, String text, String replacement) {
        try {
            String before = Files.readString(folder.resolve(file));
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " does not hold " + text);
            }
            return with(file, before.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestJob without(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the same job under another name. */
    void copyTo(Path other) {
        TestJob copy = new TestJob(other);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy.with(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JobDefinition load() {
        return JobLoader.load(folder);
    }

    /** Every problem in English, or none. */
    List<String> problems() {
        return problems(Language.EN);
    }

    List<String> problems(Language language) {
        try {
            load();
            return List.of();
        } catch (ProblemsException e) {
            return e.problems().stream().map(problem -> problem.in(language)).toList();
        }
    }
}
