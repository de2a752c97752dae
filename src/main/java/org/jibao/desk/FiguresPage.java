package org.jibao.desk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jibao.app.Jibao;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.inspect.FigureView;
import org.jibao.inspect.FigureWanted;
import org.jibao.inspect.FigureWanted.FigureLevel;
import org.jibao.inspect.FiguresReport;
import org.jibao.inspect.FiguresReport.FigureLine;
import org.jibao.inspect.FiguresReport.ScopeValue;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** All figures of the period, each a link to what stands behind it: units, cells, files. */
final class FiguresPage implements Page {

    /** Units of a figure on one page; their cells are folded under them. */
    static final int MOST = 60;

    private final Bench bench;

    FiguresPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        String figure = call.asked("figure");
        return figure.isEmpty() ? all(frame) : one(call, frame, figure);
    }

    private Answer all(DeskFrame frame) {
        FiguresReport report = bench.view(frame, "figures", FiguresReport.class, Jibao::figures);
        return Answer.html(PageTemplates.render("figures", Map.of("f", frame, "report", report)));
    }

    private Answer one(Call call, DeskFrame frame, String figure) {
        FigureWanted wanted = new FigureWanted(
                figure,
                level(call.asked("level")),
                call.asked("code"),
                call.asked("dimension"),
                call.asked("part"),
                call.number("from").orElse(0),
                MOST);
        FigureView view = bench.view(frame, wanted.toString(), FigureView.class, jibao -> jibao.figure(wanted));
        return Answer.html(PageTemplates.render("figure", Map.of("f", frame, "view", view, "wanted", wanted)));
    }

    private static FigureLevel level(String word) {
        if (word.isEmpty()) {
            return FigureLevel.TOTAL;
        }
        for (FigureLevel level : FigureLevel.values()) {
            if (word.equals(word(level))) {
                return level;
            }
        }
        throw new RefusedCall(Refusal.NO_SUCH_PAGE);
    }

    static String word(FigureLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** As the summary shows it, with its unit of measure. */
    static String shown(FigureLine figure, @Nullable BigDecimal value, Words words) {
        String text = value == null ? Display.MISSING : number(figure.format(), value);
        String unit = words.of(figure.unit());
        return value == null || unit.isEmpty() || text.endsWith("%") ? text : text + " " + unit;
    }

    private static String number(String format, BigDecimal value) {
        return Arrays.stream(Format.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .map(one -> Display.text(one, value))
                .orElseGet(() -> Display.text(Format.COUNT, value));
    }

    /** A number without the zeros that the store keeps behind its point. */
    static String plain(@Nullable BigDecimal value) {
        return value == null ? Display.MISSING : value.stripTrailingZeros().toPlainString();
    }

    /** The address of what stands behind a value. */
    static String behind(DeskFrame frame, FigureLine figure, ScopeValue value) {
        return frame.link("figures", "figure", figure.id()) + "&level=" + word(value.level()) + "&code="
                + DeskFrame.encoded(value.code());
    }
}
