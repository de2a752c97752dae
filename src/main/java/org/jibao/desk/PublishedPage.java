package org.jibao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.desk.Outputs.Output;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;

/** What was made for a period: the leaders' page, workbooks and bulletins. Makes it anew, and sends what waits. */
final class PublishedPage implements Page {

    private final Bench bench;

    PublishedPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        return call.posted() ? begun(call, frame) : page(frame);
    }

    private Answer begun(Call call, DeskFrame frame) {
        Work work =
                switch (call.at(3)) {
                    case "make" -> bench.begin(frame, Words.WORDS.text("work.summarize"), Jibao::summarize);
                    case "send" -> bench.begin(frame, Words.WORDS.text("work.deliver"), Jibao::deliver);
                    default -> throw new RefusedCall(Refusal.NO_SUCH_PAGE);
                };
        return Answer.to(frame.link("work/" + work.number()));
    }

    private Answer page(DeskFrame frame) {
        List<Output> files = Outputs.of(bench.of(frame.job(), frame.period()), frame.period()).all().stream()
                .filter(file -> file.folder().isEmpty() && !file.name().endsWith(".json"))
                .toList();
        Optional<Output> page = files.stream()
                .filter(Output::isPage)
                .min(java.util.Comparator.comparing(file -> ofLanguage(file, frame) ? 0 : 1));
        return Answer.html(PageTemplates.render(
                "summary",
                Map.of(
                        "f",
                        frame,
                        "files",
                        files,
                        "page",
                        page.map(Output::name).orElse(""),
                        "zone",
                        frame.zone())));
    }

    /** Names of Chinese files have Chinese letters. */
    private static boolean ofLanguage(Output file, DeskFrame frame) {
        boolean chinese = file.name().codePoints().anyMatch(Character::isIdeographic);
        return chinese == frame.tag().startsWith("zh");
    }
}
