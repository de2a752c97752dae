package org.jibao.run.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as it begins.
 *
 * @param id tells it from every other run
 * @param at by the machine's clock
 * @param asOf the time at which it takes place, which is the machine's clock unless it was told otherwise
 */
public record RunEntry(String id, String command, String job, Instant at, Instant asOf, long process, String program) {

    /** A run of this process that begins now. */
    public static RunEntry now(String command, String job, Instant asOf, String program) {
        Instant now = Instant.now();
        long process = ProcessHandle.current().pid();
        return new RunEntry(now + "-" + process, command, job, now, asOf, process, program);
    }

    Map<String, @Nullable Object> begun() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("run", id);
        object.put("event", "begun");
        object.put("at", at);
        object.put("command", command);
        object.put("job", job);
        object.put("as_of", asOf);
        object.put("process", process);
        object.put("program", program);
        return object;
    }
}
