package org.jibao.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.finding.Text;
import org.jibao.store.gate.SqlGate.Refusal;

/** A statement that others wrote and that does not pass the gate. Nothing of it was run. */
public final class RefusedSql extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    RefusedSql(List<Refusal> refusals) {
        super(text(refusals).en());
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    /** A line a refusal, with its line in the statement. */
    public Text text() {
        return text(refusals);
    }

    private static Text text(List<Refusal> refusals) {
        return new Text(
                refusals.stream()
                        .map(refusal -> "第 %d 行：%s"
                                .formatted(refusal.line(), refusal.text().zh()))
                        .collect(Collectors.joining("\n")),
                refusals.stream()
                        .map(refusal -> "line %d: %s"
                                .formatted(refusal.line(), refusal.text().en()))
                        .collect(Collectors.joining("\n")));
    }
}
