package org.jibao.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.desk.Work.Standing;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.support.Json;

/** A long work: how far it is, what came of it; stops it. */
final class WorkPage implements Page {

    /** Between two signs of life, so that a closed page is noticed. */
    private static final long SILENCE_MILLIS = 15_000;

    /** Between two events: a file takes less than a person sees. */
    private static final long PAUSE_MILLIS = 150;

    private final Bench bench;

    WorkPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        Work work = call.numberAt(3).isPresent()
                ? bench.works().of(call.numberAt(3).getAsLong()).orElse(null)
                : null;
        if (work == null || !work.job().equals(frame.job())) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        if (call.posted()) {
            work.stop();
            return Answer.to(frame.link("work/" + work.number()));
        }
        return call.at(4).equals("events") ? events(work, frame) : page(work, frame);
    }

    private Answer page(Work work, DeskFrame frame) {
        Standing standing = work.standing();
        return Answer.html(PageTemplates.render(
                "work",
                Map.of(
                        "f", frame,
                        "work", work,
                        "standing", standing,
                        "outcome", Outcome.of(standing.outcome(), frame.words(), frame.zone()))));
    }

    private static Answer events(Work work, DeskFrame frame) {
        return Answer.events(stream -> {
            long seen = -1;
            Standing standing = work.standing();
            while (true) {
                send(stream, standing, frame.words());
                if (standing.ended()) {
                    return;
                }
                try {
                    Thread.sleep(PAUSE_MILLIS);
                    seen = work.awaitChange(seen, SILENCE_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                standing = work.standing();
            }
        });
    }

    private static void send(OutputStream stream, Standing standing, Words words) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("ended", standing.ended());
        event.put("percent", standing.percent());
        event.put("said", progress(standing, words));
        stream.write(("data: " + Json.line(event).strip() + "\n\n").getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    static String progress(Standing standing, Words words) {
        return standing.stage() == null
                ? words.kind("work-state.", standing.state())
                : words.say("work.progress", words.of(standing.stage().label()), standing.done(), standing.total());
    }
}
