package org.jibao.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.finding.Finding;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.InboxFile.ListLines;
import org.jibao.inbox.InboxFile.PackedFile;
import org.jibao.inbox.InboxFile.Proof;
import org.jibao.mime.Mbox;
import org.jspecify.annotations.Nullable;

/**
 * Received files as maps of plain values, for a process on another machine that sees the same inbox: what the listing
 * knows of a file goes with it, so that its time of receipt and its sender are those that the listing process saw.
 */
public final class FileLines {

    private final Path root;

    /** @param inbox as this process sees it */
    public FileLines(Path inbox) throws IOException {
        this.root = inbox.toRealPath();
    }

    /** Whether another process can reach the file: one that was unpacked for this process lies elsewhere. */
    public boolean reachable(InboxFile file) {
        ListLines line = file.line();
        PackedFile packed = file.packed();
        return file.path().startsWith(root)
                && (packed == null || packed.zip().startsWith(root))
                && (line == null || reachable(line.whole()));
    }

    public Map<String, @Nullable Object> written(InboxFile file) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("path", relative(file.path()));
        map.put("name", file.name());
        map.put("size", file.size());
        map.put("sha256", file.sha256());
        map.put("received", file.receivedAt().toString());
        map.put("container", file.container().name());
        map.put("defect", file.defect() == null ? null : defect(file.defect()));
        map.put("packed", file.packed() == null ? null : packed(file.packed()));
        map.put("sender", file.sender());
        map.put("proof", file.proof().name());
        map.put("line", file.line() == null ? null : line(file.line()));
        return map;
    }

    /** @throws IOException where the map is not one of {@link #written}, or names a path outside of the inbox */
    public InboxFile read(Map<?, ?> map) throws IOException {
        try {
            return file(map);
        } catch (RuntimeException e) {
            throw new IOException("not a file of a listing", e);
        }
    }

    private InboxFile file(Map<?, ?> map) {
        return new InboxFile(
                path(text(map, "path")),
                text(map, "name"),
                number(map, "size"),
                text(map, "sha256"),
                Instant.parse(text(map, "received")),
                Container.valueOf(text(map, "container")),
                map.get("defect") instanceof Map<?, ?> defect ? finding(defect) : null,
                map.get("packed") instanceof Map<?, ?> packed ? packedFile(packed) : null,
                (String) map.get("sender"),
                Proof.valueOf(text(map, "proof")),
                map.get("line") instanceof Map<?, ?> line ? lines(line) : null);
    }

    private String relative(Path path) {
        return Inbox.name(root, path);
    }

    private Path path(String relative) {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("outside of the inbox");
        }
        return path;
    }

    private static Map<String, @Nullable Object> defect(Finding finding) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", finding.code());
        map.put("severity", finding.severity().name());
        map.put("sheet", finding.place().sheet());
        map.put("cell", finding.place().cell());
        map.put("subject", finding.subject());
        map.put("value", finding.value());
        map.put("arguments", finding.arguments());
        map.put("message", finding.message() == null ? null : words(finding.message()));
        map.put("cure", finding.cure() == null ? null : words(finding.cure()));
        return map;
    }

    private static Finding finding(Map<?, ?> map) {
        Map<String, String> arguments = new LinkedHashMap<>();
        ((Map<?, ?>) value(map, "arguments")).forEach((key, value) -> arguments.put((String) key, (String) value));
        return new Finding(
                text(map, "code"),
                Severity.valueOf(text(map, "severity")),
                new Place((String) map.get("sheet"), (String) map.get("cell")),
                text(map, "subject"),
                (String) map.get("value"),
                arguments,
                words(map.get("message")),
                words(map.get("cure")));
    }

    private static Map<String, String> words(Text text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }

    private static @Nullable Text words(@Nullable Object map) {
        return map instanceof Map<?, ?> words ? new Text(text(words, "zh"), text(words, "en")) : null;
    }

    private Map<String, @Nullable Object> packed(PackedFile packed) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("zip", relative(packed.zip()));
        map.put("name", packed.zipName());
        map.put("size", packed.zipSize());
        map.put("sha256", packed.zipSha256());
        map.put("part", packed.part());
        map.put("steps", packed.steps().stream().map(FileLines::step).toList());
        return map;
    }

    private PackedFile packedFile(Map<?, ?> map) {
        List<PackedStep> steps = new ArrayList<>();
        ((List<?>) value(map, "steps")).forEach(step -> steps.add(step((Map<?, ?>) step)));
        return new PackedFile(
                path(text(map, "zip")),
                text(map, "name"),
                number(map, "size"),
                text(map, "sha256"),
                text(map, "part"),
                steps);
    }

    private static Map<String, @Nullable Object> step(PackedStep step) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", step.kind().name());
        map.put("part", step.part());
        map.put("start", step.mail() == null ? null : step.mail().start());
        map.put("end", step.mail() == null ? null : step.mail().end());
        map.put("number", (long) step.number());
        return map;
    }

    private static PackedStep step(Map<?, ?> map) {
        Mbox.Span mail = map.get("start") instanceof Long start ? new Mbox.Span(start, number(map, "end")) : null;
        return new PackedStep(
                PackedStep.Kind.valueOf(text(map, "kind")), text(map, "part"), mail, (int) number(map, "number"));
    }

    private Map<String, @Nullable Object> line(ListLines lines) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("whole", written(lines.whole()));
        map.put(
                "lines",
                lines.lines().stream()
                        .map(line -> List.of(line.form(), line.sheet(), line.header(), line.row()))
                        .toList());
        return map;
    }

    private ListLines lines(Map<?, ?> map) {
        List<ListLines.Line> lines = new ArrayList<>();
        for (Object each : (List<?>) value(map, "lines")) {
            List<?> line = (List<?>) each;
            lines.add(new ListLines.Line(
                    (String) line.get(0),
                    (String) line.get(1),
                    ((Long) line.get(2)).intValue(),
                    ((Long) line.get(3)).intValue()));
        }
        return new ListLines(file((Map<?, ?>) value(map, "whole")), lines);
    }

    private static Object value(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static String text(Map<?, ?> map, String key) {
        return (String) value(map, key);
    }

    private static long number(Map<?, ?> map, String key) {
        return (Long) value(map, key);
    }
}
