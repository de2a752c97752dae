package org.jibao.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jibao.delivery.SlipLedger;
import org.jibao.slip.SlipFolder;
import org.jibao.status.ChaseList.Line;
import org.jspecify.annotations.Nullable;

/**
 * The return slips that lie in a period's output: {@code return-slips/}, each with the received file that it answers.
 *
 * @param byFile names of slips by the file's name inside the inbox
 */
public record SlipLinks(Map<String, String> byFile) {

    public static SlipLinks in(Path output) throws IOException {
        Map<String, String> byFile = new TreeMap<>();
        Path folder = output.resolve(SlipFolder.NAME);
        List<SlipLedger.Line> lines =
                SlipLedger.in(output).map(SlipLedger::lines).orElse(List.of());
        for (SlipLedger.Line line : lines) {
            if (!line.file().isEmpty() && Files.isRegularFile(folder.resolve(line.name()))) {
                byFile.put(line.file(), line.name());
            }
        }
        return new SlipLinks(byFile);
    }

    /** Tells one set of slips from another. */
    String digest() {
        return byFile.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** The same line with the slip that was made for its file, if there is one. */
    public Line linked(Line line) {
        return line.withSlip(slip(line));
    }

    private @Nullable String slip(Line line) {
        String name = byFile.get(Objects.requireNonNullElse(line.file(), ""));
        return name == null ? null : SlipFolder.NAME + "/" + name;
    }
}
