package org.jibao.run.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.finding.Text;
import org.jibao.run.ledger.RunEnd.ReadJob;
import org.jspecify.annotations.Nullable;

/**
 * A run as the ledger has it.
 *
 * @param endedAt null where it is still going on, or was broken off
 * @param failure what stopped it, or null
 * @param verdicts how many files came to each; of a run without an end, of those that are on record
 * @param settled the number of the last submission up to which this and earlier lines say all, or null
 * @param published how many outputs it wrote
 * @param sent how many deliveries went
 * @param stages milliseconds
 * @param folder the job folder that it read, or null where the ledger does not say
 * @param alarms what it told of decisions or a ledger that are no longer what was written
 */
public record RunRecord(
        String id,
        String command,
        String job,
        Instant begunAt,
        Instant asOf,
        long process,
        @Nullable Instant endedAt,
        State state,
        @Nullable Text failure,
        Map<String, Long> verdicts,
        @Nullable Long settled,
        long published,
        long sent,
        long undelivered,
        Map<String, Long> stages,
        long peakMebibytes,
        @Nullable ReadJob folder,
        List<Text> alarms) {

    /** By how much the beginning of a process and of its run may seem to change places. */
    private static final Duration CLOCK_STEPS = Duration.ofMinutes(1);

    /** What became of it. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** It was asked to end before its end; the next run goes on. */
        STOPPED,
        /** It began, and its process is there no more. */
        BROKEN_OFF
    }

    public RunRecord {
        verdicts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        stages = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        alarms = List.copyOf(alarms);
    }

    /** Adds what a line of the ledger says; one of a later program that we do not understand is passed over. */
    static void add(Map<String, RunRecord> runs, Map<String, @Nullable Object> line) {
        String id = text(line, "run");
        try {
            if (text(line, "event").equals("begun")) {
                runs.put(id, begun(id, line));
            } else if (text(line, "event").equals("settled")) {
                runs.computeIfPresent(id, (known, run) -> run.settled(line));
            } else if (text(line, "event").equals("ended")) {
                runs.computeIfPresent(id, (known, run) -> run.ended(line));
            }
        } catch (DateTimeParseException notOurs) {
            runs.remove(id);
        }
    }

    private static RunRecord begun(String id, Map<String, @Nullable Object> line) {
        return new RunRecord(
                id,
                text(line, "command"),
                text(line, "job"),
                Instant.parse(text(line, "at")),
                Instant.parse(text(line, "as_of")),
                number(line, "process"),
                null,
                State.RUNNING,
                null,
                Map.of(),
                null,
                0,
                0,
                0,
                Map.of(),
                0,
                null,
                List.of());
    }

    private RunRecord settled(Map<String, @Nullable Object> line) {
        Map<String, Long> counts = new LinkedHashMap<>(verdicts);
        if (line.get("inputs") instanceof List<?> inputs) {
            inputs.forEach(input -> {
                if (input instanceof Map<?, ?> file && file.get("verdict") instanceof String verdict) {
                    counts.merge(verdict, 1L, Long::sum);
                }
            });
        }
        return unended(state, counts, settled(line, settled));
    }

    private RunRecord unended(State now, Map<String, Long> counts, @Nullable Long last) {
        return new RunRecord(
                id, command, job, begunAt, asOf, process, null, now, null, counts, last, 0, 0, 0, Map.of(), 0, null,
                List.of());
    }

    private static @Nullable Long settled(Map<String, @Nullable Object> line, @Nullable Long otherwise) {
        return line.get("settled") instanceof Long number ? number : otherwise;
    }

    /** The same; one without an end is broken off where its process is there no more. */
    RunRecord asItIsNow() {
        boolean known = state != State.RUNNING
                || ProcessHandle.of(process).filter(this::isOurs).isPresent();
        return known ? this : unended(State.BROKEN_OFF, verdicts, settled);
    }

    /** Numbers are given anew, in a container the same one each night: whoever began after the run is not its process. */
    private boolean isOurs(ProcessHandle handle) {
        boolean younger = handle.info()
                .startInstant()
                .filter(begun -> begun.isAfter(begunAt.plus(CLOCK_STEPS)))
                .isPresent();
        return handle.isAlive() && !younger;
    }

    private RunRecord ended(Map<String, @Nullable Object> line) {
        State state = ended(text(line, "state"));
        return new RunRecord(
                id,
                command,
                job,
                begunAt,
                asOf,
                process,
                Instant.parse(text(line, "at")),
                state,
                state != State.DONE ? new Text(text(line, "failure_zh"), text(line, "failure_en")) : null,
                numbers(line, "verdicts"),
                settled(line, settled),
                size(line, "published"),
                size(line, "sent"),
                number(line, "undelivered"),
                numbers(line, "stages"),
                number(line, "peak_mebibytes"),
                ReadJob.of(line.get("job_folder")),
                alarms(line));
    }

    private static State ended(String word) {
        return switch (word) {
            case "failed" -> State.FAILED;
            case "stopped" -> State.STOPPED;
            default -> State.DONE;
        };
    }

    private static String text(Map<String, @Nullable Object> line, String member) {
        return line.get(member) instanceof String text ? text : "";
    }

    private static long number(Map<String, @Nullable Object> line, String member) {
        return line.get(member) instanceof Long number ? number : 0;
    }

    private static List<Text> alarms(Map<String, @Nullable Object> line) {
        return line.get("alarms") instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<?, ?>) item)
                        .map(item -> new Text(String.valueOf(item.get("zh")), String.valueOf(item.get("en"))))
                        .toList()
                : List.of();
    }

    private static long size(Map<String, @Nullable Object> line, String member) {
        return line.get(member) instanceof List<?> list ? list.size() : 0;
    }

    private static Map<String, Long> numbers(Map<String, @Nullable Object> line, String member) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        if (line.get(member) instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof Long number) {
                    numbers.put(String.valueOf(name), number);
                }
            });
        }
        return numbers;
    }
}
