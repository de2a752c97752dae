package org.jibao.delivery;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jibao.finding.Text;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/**
 * One delivery.
 *
 * @param id letters, digits and hyphens; the same summary to the same people has the same one
 * @param period its code, or empty for what belongs to none
 * @param audience {@code leaders}, {@code officers}, {@code operators}, {@code folder} or {@link #ANSWER}
 * @param to the addresses that it has still to reach, or the files that have still to be copied
 * @param attempts that failed, 0 or more
 * @param nextTryAt not before then
 * @param why the last attempt failed, or null
 * @param sentAt when it had gone to all, or null
 */
public record OutgoingItem(
        String id,
        String job,
        String period,
        String audience,
        List<String> to,
        Instant queuedAt,
        State state,
        int attempts,
        Instant nextTryAt,
        @Nullable Text why,
        @Nullable Instant sentAt) {

    /** The audience of what is answered to a unit. */
    public static final String ANSWER = "answer";

    public OutgoingItem {
        to = List.copyOf(to);
    }

    /** Where a delivery stands. */
    public enum State {
        WAITING,
        SENT,
        /** A newer one of its kind came before it had gone. */
        OVERTAKEN,
        /** An officer is to look at it first. */
        HELD,
        /** An officer does not want it to go. */
        DROPPED
    }

    /** One that has not been tried. */
    public static OutgoingItem waiting(
            String id, String job, String period, String audience, List<String> to, Instant queuedAt) {
        return new OutgoingItem(id, job, period, audience, to, queuedAt, State.WAITING, 0, queuedAt, null, null);
    }

    /** The same until an officer has looked at it. */
    public OutgoingItem held() {
        return in(State.HELD, nextTryAt);
    }

    /** The same, free to go from now on. */
    OutgoingItem released(Instant when) {
        return in(State.WAITING, when);
    }

    OutgoingItem dropped() {
        return in(State.DROPPED, nextTryAt);
    }

    private OutgoingItem in(State other, Instant next) {
        return new OutgoingItem(id, job, period, audience, to, queuedAt, other, attempts, next, why, sentAt);
    }

    public boolean isAnswer() {
        return audience.equals(ANSWER);
    }

    /** Whether nothing becomes of it any more. */
    boolean isSettled() {
        return state == State.SENT || state == State.OVERTAKEN || state == State.DROPPED;
    }

    boolean sameKind(OutgoingItem other) {
        return job.equals(other.job) && period.equals(other.period) && audience.equals(other.audience);
    }

    OutgoingItem sent(Instant when) {
        return new OutgoingItem(
                id, job, period, audience, List.of(), queuedAt, State.SENT, attempts, nextTryAt, null, when);
    }

    OutgoingItem overtaken() {
        return in(State.OVERTAKEN, nextTryAt);
    }

    OutgoingItem failed(List<String> remaining, @Nullable Text reason, Instant next) {
        return new OutgoingItem(
                id, job, period, audience, remaining, queuedAt, State.WAITING, attempts + 1, next, reason, null);
    }

    /** Its turn did not come. */
    OutgoingItem putOff(Text reason) {
        return new OutgoingItem(
                id, job, period, audience, to, queuedAt, State.WAITING, attempts, nextTryAt, reason, null);
    }

    String json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", id);
        object.put("job", job);
        object.put("period", period);
        object.put("audience", audience);
        object.put("to", to);
        object.put("queued_at", queuedAt);
        object.put("state", state.name().toLowerCase(Locale.ROOT));
        object.put("attempts", attempts);
        object.put("next_try_at", nextTryAt);
        object.put("why_zh", why == null ? null : why.zh());
        object.put("why_en", why == null ? null : why.en());
        object.put("sent_at", sentAt);
        return Json.of(object) + "\n";
    }

    static OutgoingItem read(String json) throws IOException {
        Map<String, @Nullable Object> object = Json.object(json);
        try {
            String zh = (String) object.get("why_zh");
            String en = (String) object.get("why_en");
            return new OutgoingItem(
                    text(object, "id"),
                    text(object, "job"),
                    text(object, "period"),
                    text(object, "audience"),
                    ((List<?>) Objects.requireNonNull(object.get("to")))
                            .stream().map(String::valueOf).toList(),
                    Instant.parse(text(object, "queued_at")),
                    State.valueOf(text(object, "state").toUpperCase(Locale.ROOT)),
                    ((Long) Objects.requireNonNull(object.get("attempts"))).intValue(),
                    Instant.parse(text(object, "next_try_at")),
                    zh == null || en == null ? null : new Text(zh, en),
                    object.get("sent_at") == null ? null : Instant.parse(text(object, "sent_at")));
        } catch (NullPointerException | ClassCastException | IllegalArgumentException | DateTimeException e) {
            throw new IOException("not a delivery: " + json, e);
        }
    }

    private static String text(Map<String, @Nullable Object> object, String member) {
        return (String) Objects.requireNonNull(object.get(member), member);
    }
}
