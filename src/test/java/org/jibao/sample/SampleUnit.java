package org.jibao.sample;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A unit of the roster that reports; a line of {@code units.csv}. */
record SampleUnit(String code, String name, String kind, List<String> aliases) {

    static List<SampleUnit> readAll(Path unitsCsv) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(unitsCsv, StandardCharsets.UTF_8)) {
            return format.parse(reader).stream()
                    .filter(line -> !line.get("parent").isBlank())
                    .map(SampleUnit::of)
                    .toList();
        }
    }

    private static SampleUnit of(CSVRecord line) {
        List<String> aliases = List.of(line.get("aliases").strip().split("[;；|、]")).stream()
                .filter(alias -> !alias.isBlank())
                .toList();
        return new SampleUnit(line.get("code"), line.get("name"), line.get("kind"), aliases);
    }

    /** Its share of all the county does: what it publishes and answers in an ordinary quarter, 6 to 48. */
    int scale() {
        int spread = Math.floorMod(code.hashCode() * 7, 20);
        return switch (kind) {
            case "township" -> 12 + spread;
            case "street" -> 16 + spread;
            default -> spread < 4 ? 40 + 2 * spread : 6 + spread;
        };
    }

    /** Two characters for document numbers, such as 青石 of 青石镇. */
    String shortName() {
        String own = name.startsWith("青岚县") ? name.substring(3) : name;
        own = own.startsWith("县") ? own.substring(1) : own;
        return own.substring(0, Math.min(2, own.length()));
    }
}
