package org.jibao.desk;

import java.util.Map;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.inspect.ReceivedFile;
import org.jibao.inspect.ReturnView;

/** One return as its unit filled it, with the faulty cells marked; hands out the received file. */
final class ReturnPage implements Page {

    private final Bench bench;

    ReturnPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        if (!call.asked("file").isEmpty()) {
            ReceivedFile file = bench.jibao(frame).file(call.asked("file"));
            byte[] bytes = file.bytes();
            return Answer.download(file.name(), bytes.length, stream -> stream.write(bytes));
        }
        if (call.number("submission").isEmpty()) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        ReturnView view = bench.jibao(frame).returned(call.number("submission").getAsInt());
        return Answer.html(PageTemplates.render(
                "return",
                Map.of(
                        "f",
                        frame,
                        "view",
                        view,
                        "grids",
                        ReturnGrid.of(view),
                        "zone",
                        frame.zone(),
                        "mails",
                        Correspondence.of(bench, frame))));
    }
}
