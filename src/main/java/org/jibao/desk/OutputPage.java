package org.jibao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jibao.desk.Outputs.Output;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;

/**
 * Hands out a file that was made for a period: {@code output?file=NAME} to keep it, with {@code &show=1} to look at a
 * page.
 */
final class OutputPage implements Page {

    private final Bench bench;

    OutputPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        Output output = Outputs.of(bench.of(frame.job(), frame.period()), frame.period())
                .named(call.query().getOrDefault("file", ""))
                .orElseThrow(() -> new RefusedCall(Refusal.NO_SUCH_PAGE));
        try {
            return output.isPage() && call.asked("show").equals("1")
                    ? Answer.shown(output.fileName(), output.path())
                    : Answer.download(output.fileName(), output.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
