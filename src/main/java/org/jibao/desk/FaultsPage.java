package org.jibao.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.app.Jibao;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.inspect.FindingsReport;
import org.jibao.inspect.FindingsReport.FindingsPage;
import org.jibao.inspect.FindingsWanted;

/** What is wrong: by rule and by unit, and one by one with {@code findings?code=} or {@code findings?unit=}. */
final class FaultsPage implements Page {

    private static final int MOST = 100;

    private final Bench bench;

    FaultsPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        String code = call.asked("code");
        String unit = call.asked("unit");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("f", frame);
        if (code.isEmpty() && unit.isEmpty()) {
            FindingsReport report = bench.view(frame, "findings", FindingsReport.class, Jibao::findings);
            values.put("report", report);
            return Answer.html(PageTemplates.render("findings", values));
        }
        int from = call.number("from").orElse(0);
        FindingsPage page = bench.jibao(frame)
                .findings(new FindingsWanted(code.isEmpty() ? null : code, unit.isEmpty() ? null : unit, from, MOST));
        values.put("page", page);
        values.put("code", code);
        values.put("unit", unit);
        values.put("most", MOST);
        return Answer.html(PageTemplates.render("finding-lines", values));
    }
}
