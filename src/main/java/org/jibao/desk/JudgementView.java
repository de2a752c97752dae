package org.jibao.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.desk.http.Call;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.OpenWork;
import org.jibao.status.OpenWork.Item;
import org.jibao.status.OpenWork.Unlikely;
import org.jibao.status.StatusReport;
import org.jspecify.annotations.Nullable;

/**
 * What the page of what is open shows.
 *
 * @param report null where nothing was taken in yet; {@code why} says so then
 * @param shown the rows of this page
 * @param found how many there are after filtering
 * @param missing, unlikely how many there are of each kind
 * @param problem why an answer was not kept, or an empty text
 * @param typed the reason of that answer, and {@code refused} the fingerprint of its figure
 */
record JudgementView(
        @Nullable StatusReport report,
        String why,
        List<Row> shown,
        int found,
        long missing,
        long unlikely,
        Asked asked,
        String problem,
        String typed,
        String refused) {

    /**
     * One thing that is open.
     *
     * @param position in the order in which things are settled, from 1
     * @param item its effect and share, or null where none is known
     * @param line the unit that owes a return, or null
     * @param figure the figure to ask about, or null
     */
    record Row(
            int position,
            String unit,
            String name,
            @Nullable Item item,
            @Nullable Line line,
            @Nullable Unlikely figure) {

        /** The share that this and all before it settle; an empty text where it is not known. */
        String covered() {
            return item == null ? "" : Math.round(item.covered() * 100) + "%";
        }
    }

    /** What was asked for. */
    record Asked(String kind, boolean all) {

        static Asked of(Call call) {
            String kind = call.asked("kind");
            return new Asked(
                    kind.equals("missing") || kind.equals("unlikely") ? kind : "",
                    call.asked("all").equals("1"));
        }

        boolean takes(Row row) {
            return kind.isEmpty() || kind.equals("unlikely") == (row.figure() != null);
        }

        /** As part of an address. */
        String query() {
            return "kind=" + kind + (all ? "&all=1" : "");
        }
    }

    /** By effect; what has none known comes behind. */
    static List<Row> rows(StatusReport report) {
        OpenWork open = report.open();
        Map<String, Unlikely> figures = new HashMap<>();
        open.unlikely().forEach(one -> figures.put(one.fingerprint(), one));
        Map<String, Line> lines = new HashMap<>();
        report.chase().lines().forEach(line -> lines.put(line.code(), line));
        List<Row> rows = new ArrayList<>();
        for (Item item : open.items()) {
            Unlikely figure = item.unlikely() ? figures.remove(item.fingerprint()) : null;
            Line line = item.unlikely() ? null : lines.remove(item.unit());
            if (figure != null || line != null) {
                rows.add(new Row(rows.size() + 1, item.unit(), item.name(), item, line, figure));
            }
        }
        for (Unlikely one : open.unlikely()) {
            if (figures.containsKey(one.fingerprint())) {
                rows.add(new Row(rows.size() + 1, one.unit(), one.name(), null, null, one));
            }
        }
        return rows;
    }
}
