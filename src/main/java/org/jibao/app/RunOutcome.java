package org.jibao.app;

import java.util.List;
import org.jibao.collect.CollectOutcome;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.mailbox.FetchOutcome;
import org.jibao.summarize.Summarizer.SummaryOutcome;

/** What came of a run over one period, or of a nightly one over several. */
public record RunOutcome(
        FetchOutcome fetched, CollectOutcome collected, List<SummaryOutcome> summaries, DeliveryOutcome deliveries) {

    public RunOutcome {
        summaries = List.copyOf(summaries);
    }
}
