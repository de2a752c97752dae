package org.jibao.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.calls.CallNote;
import org.jibao.calls.NotedCalls;
import org.jibao.desk.Outputs.Output;
import org.jibao.desk.http.Call;
import org.jibao.finding.Text;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.ChaseList.State;
import org.jibao.status.StatusReport;
import org.jspecify.annotations.Nullable;

/**
 * What the chase list shows.
 *
 * @param report null where nothing was taken in yet; {@code why} says so then
 * @param shown the units of this page
 * @param found how many units there are after filtering
 * @param kinds of units, with their labels
 * @param addresses the mail addresses of all that were found
 * @param files the chase list as workbooks
 * @param calls those of the period
 * @param problem why a note was not kept, or an empty text
 * @param refused the unit whose note it was, or an empty text
 */
record ChaseView(
        @Nullable StatusReport report,
        String why,
        List<Row> shown,
        int found,
        int from,
        Asked asked,
        Map<String, Text> kinds,
        List<String> addresses,
        List<Output> files,
        NotedCalls calls,
        String problem,
        String refused) {

    /** One unit; its newest calls, the newest first. */
    record Row(Line line, ContactLinks contact, List<CallNote> calls, String slip) {}

    /** What was asked for; an empty text is nothing. */
    record Asked(String search, String state, String kind) {

        private static final int LONGEST = 100;

        static Asked of(Call call) {
            return new Asked(bounded(call.asked("q")), bounded(call.asked("state")), bounded(call.asked("kind")));
        }

        private static String bounded(String text) {
            return text.substring(0, Math.min(LONGEST, text.length()));
        }

        /** @param ofKind the unit's kind, or an empty text */
        boolean takes(Line line, String ofKind) {
            String text = search.toLowerCase(Locale.ROOT);
            boolean named = text.isEmpty()
                    || line.name().toLowerCase(Locale.ROOT).contains(text)
                    || line.code().toLowerCase(Locale.ROOT).contains(text);
            return named
                    && (state.isEmpty() || state.equals(word(line.state())))
                    && (kind.isEmpty() || kind.equals(ofKind));
        }

        /** As part of an address. */
        String query() {
            return "q=" + DeskFrame.encoded(search) + "&state=" + DeskFrame.encoded(state) + "&kind="
                    + DeskFrame.encoded(kind);
        }
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As mail programs take them. */
    String addressLine() {
        return String.join("; ", addresses);
    }
}
