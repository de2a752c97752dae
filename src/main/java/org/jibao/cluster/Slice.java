package org.jibao.cluster;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.Period;
import org.jibao.inbox.FileLines;
import org.jibao.inbox.InboxFile;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/**
 * A part of the new files, to be read by one worker at once.
 *
 * @param number from 0
 * @param first the number of its first submission in the store
 * @param workedOn the period of the run
 * @param asOf the run's time: no worker's clock decides anything
 */
record Slice(int number, long first, Period workedOn, Instant asOf, List<InboxFile> files) {

    Slice {
        files = List.copyOf(files);
    }

    String written(FileLines lines) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("slice", (long) number);
        map.put("first", first);
        map.put("period", workedOn.code());
        map.put("as-of", asOf.toString());
        map.put("files", files.stream().map(lines::written).toList());
        return Json.line(map);
    }

    /** @throws IOException where the text is no slice */
    static Slice read(String text, FileLines lines) throws IOException {
        Map<String, @Nullable Object> map = Json.object(text);
        try {
            List<InboxFile> files = new ArrayList<>();
            for (Object file : (List<?>) Objects.requireNonNull(map.get("files"))) {
                files.add(lines.read((Map<?, ?>) file));
            }
            return new Slice(
                    ((Long) Objects.requireNonNull(map.get("slice"))).intValue(),
                    (Long) Objects.requireNonNull(map.get("first")),
                    Period.parse((String) Objects.requireNonNull(map.get("period")))
                            .orElseThrow(),
                    Instant.parse((String) Objects.requireNonNull(map.get("as-of"))),
                    files);
        } catch (RuntimeException e) {
            throw new IOException("not a slice", e);
        }
    }
}
