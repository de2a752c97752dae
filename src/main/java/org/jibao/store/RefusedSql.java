package org.jibao.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.gate.SqlGate.Refusal;

/** A statement that others wrote and that does not pass the gate. Nothing of it was run. */
public final class RefusedSql extends RuntimeException {

    private static final Wording WORDS = Wording.of(RefusedSql.class);
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
        List<Text> lines = refusals.stream()
                .map(refusal -> WORDS.text("refused.line", refusal.line(), refusal.text()))
                .toList();
        return new Text(
                lines.stream().map(Text::zh).collect(Collectors.joining("\n")),
                lines.stream().map(Text::en).collect(Collectors.joining("\n")));
    }
}
