package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.summary.ChaseList.Line;
import org.jspecify.annotations.Nullable;

/**
 * The return slips that lie in a period's output: {@code return-slips/}, each named by its unit's code or name.
 *
 * @param names sorted
 */
record SlipLinks(List<String> names) {

    static SlipLinks in(Path output) throws IOException {
        Path folder = output.resolve(SlipFolder.NAME);
        if (!Files.isDirectory(folder)) {
            return new SlipLinks(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new SlipLinks(files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && (name.endsWith(".xlsx") || name.endsWith(".xls")))
                    .sorted()
                    .toList());
        }
    }

    /** The same line with the slip that was made for its return, if there is one. */
    Line linked(Line line) {
        return new Line(
                line.code(),
                line.name(),
                line.contact(),
                line.state(),
                line.file(),
                line.receivedAt(),
                line.errors(),
                line.first(),
                line.history(),
                slip(line));
    }

    private @Nullable String slip(Line line) {
        return line.file() == null
                ? null
                : names.stream()
                        .filter(name -> isOf(name, line))
                        .findFirst()
                        .map(name -> SlipFolder.NAME + "/" + name)
                        .orElse(null);
    }

    private static boolean isOf(String name, Line line) {
        boolean byCode = name.startsWith(line.code())
                && !Character.isLetterOrDigit(name.charAt(line.code().length()));
        return byCode || name.contains(line.name());
    }
}
