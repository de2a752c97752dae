package org.jibao.run.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job folder that a run has read whole and without a mistake.
 *
 * @param program the version that read it
 * @param fingerprint of all that could have been read, see {@link org.jibao.definition.JobDefinition}
 * @param digest of the job that was read from it
 */
public record ReadJob(String program, String fingerprint, String digest) {

    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("program", program);
        members.put("fingerprint", fingerprint);
        members.put("digest", digest);
        return members;
    }

    /** Null where the line has none that can be understood. */
    static @Nullable ReadJob of(@Nullable Object members) {
        return members instanceof Map<?, ?> map
                        && map.get("program") instanceof String program
                        && map.get("fingerprint") instanceof String fingerprint
                        && map.get("digest") instanceof String digest
                ? new ReadJob(program, fingerprint, digest)
                : null;
    }
}
