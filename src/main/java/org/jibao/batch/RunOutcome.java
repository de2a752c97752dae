package org.jibao.batch;

import java.util.List;

/** What came of a run over one period, or of a nightly one over several. */
public record RunOutcome(CollectOutcome collected, List<SummaryOutcome> summaries, DeliveryOutcome deliveries) {

    public RunOutcome {
        summaries = List.copyOf(summaries);
    }
}
