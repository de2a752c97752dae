package org.jibao.run;

import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Wording;

/** The unit in whose name a job's returns are handed on. */
public final class HandingOffice {

    private static final Wording WORDS = Wording.of(HandingOffice.class);

    private HandingOffice() {}

    /**
     * The one that {@code job.yaml} names, or else the one that has none above it.
     *
     * @throws UnusableArgument where that is none, or not one alone
     */
    public static Unit of(JobDefinition job) {
        String named = job.receipt().packages().office();
        if (named != null) {
            return job.roster()
                    .byCode(named)
                    .orElseThrow(() -> new UnusableArgument(WORDS.text("office.unknown", named)));
        }
        List<Unit> roots = roots(job);
        if (roots.size() != 1) {
            throw new UnusableArgument(WORDS.text("office.several", roots.size()));
        }
        return roots.get(0);
    }

    static List<Unit> roots(JobDefinition job) {
        return job.roster().units().stream()
                .filter(unit -> unit.parent() == null)
                .toList();
    }
}
