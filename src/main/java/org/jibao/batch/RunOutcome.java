package org.jibao.batch;

import java.util.List;

/** What came of a run over one period, or a nightly one over each open period. */
public record RunOutcome(CollectOutcome collected, List<SummaryOutcome> summaries) {

    public RunOutcome {
        summaries = List.copyOf(summaries);
    }
}
