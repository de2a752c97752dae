package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: from what a period's outputs were made, and what they are. The same inputs and state give the
 * same bytes.
 *
 * @param asOf the instant whose accepted returns the outputs speak for, written in {@code zone}
 * @param inputs in the order in which they are written
 * @param outputs likewise
 */
public record Manifest(
        String job,
        String period,
        Instant asOf,
        ZoneId zone,
        State state,
        List<Input> inputs,
        List<DeliveredFile> outputs) {
    /** Its name in the output folder. */
    public static final String NAME = "manifest.json";

    public Manifest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * What decides the outputs beside the as-of time: equal states need no new outputs.
     *
     * @param version of the program
     * @param jobDigest of the job folder
     * @param stateDigest of what the store holds
     */
    public record State(String version, String jobDigest, String stateDigest) {}

    /**
     * One received file.
     *
     * @param verdict what became of it, such as {@code accepted}
     * @param unit code of the unit that sent it, or null where that is not known
     */
    public record Input(
            String file,
            String sha256,
            String verdict,
            @Nullable String unit) {}

    /** The file's text. */
    public String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("job", job);
        root.put("period", period);
        root.put("asOf", asOf.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
        root.put("version", state.version());
        root.put("jobDigest", state.jobDigest());
        root.put("stateDigest", state.stateDigest());
        root.put("inputs", inputs.stream().map(Manifest::members).toList());
        root.put("outputs", outputs.stream().map(Manifest::members).toList());
        return Json.write(root);
    }

    private static Map<String, @Nullable Object> members(Input input) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("file", input.file());
        members.put("sha256", input.sha256());
        members.put("verdict", input.verdict());
        members.put("unit", input.unit());
        return members;
    }

    private static Map<String, Object> members(DeliveredFile output) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", output.name());
        members.put("size", output.size());
        members.put("sha256", output.sha256());
        return members;
    }

    /** Writes it into the folder whose outputs it lists. */
    public DeliveredFile writeTo(OutputFolder folder) {
        return folder.write(NAME, temporary -> Files.writeString(temporary, json()));
    }

    /** The state of the outputs that already stand in a folder; empty where there is no manifest that we can read. */
    public static Optional<State> stateIn(Path folder) {
        try {
            String json = Files.readString(folder.resolve(NAME));
            return member(json, "version").flatMap(version -> member(json, "jobDigest")
                    .flatMap(job -> member(json, "stateDigest").map(state -> new State(version, job, state))));
        } catch (IOException noneOrUnreadable) {
            return Optional.empty();
        }
    }

    /** The state digest alone. */
    public static Optional<String> stateDigestIn(Path folder) {
        return stateIn(folder).map(State::stateDigest);
    }

    /** A member of the root as {@link #json} writes it: two spaces in; deeper ones have more. */
    private static Optional<String> member(String json, String name) {
        Matcher matcher = Pattern.compile("^  \"" + name + "\": \"([^\"\\\\]*)\",?$", Pattern.MULTILINE)
                .matcher(json);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
