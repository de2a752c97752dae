package org.jibao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;

/** A quarterly job of one town whose forms a test writes as YAML. */
public final class SmallJob {

    /** The name of a return of it. */
    public static final String RETURN = "Hilltown_2026Q3.xlsx";

    private static final String JOB = """
            title: {zh: 试用, en: Trial}
            version: "1"
            period: quarter
            due: {day: 10, shift: none}
            open-for: 30
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>[A-Za-z]+)_(?<period>.*)'
            unit-kinds:
              town: {zh: 镇, en: Towns}
            owed-by: [town]
            roster: units.csv
            forms: [%s]
            """;

    private static final String UNITS = """
            code,name,kind,parent,aliases,active_from,active_to
            H1,Hilltown,town,,,,
            """;

    private SmallJob() {}

    /**
     * Loads it.
     *
     * @param forms an id and the form's YAML, by turns
     */
    public static JobDefinition load(Path temporary, String... forms) {
        try {
            Path folder = temporary.resolve("trial");
            Files.createDirectories(folder.resolve("forms"));
            StringBuilder ids = new StringBuilder();
            for (int i = 0; i < forms.length; i += 2) {
                ids.append(i == 0 ? "" : ", ").append(forms[i]);
                Files.writeString(folder.resolve("forms").resolve(forms[i] + ".yaml"), forms[i + 1]);
            }
            Files.writeString(folder.resolve("job.yaml"), JOB.formatted(ids));
            Files.writeString(folder.resolve("units.csv"), UNITS);
            return JobLoader.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
