package org.jibao.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.SlipLedger;
import org.jibao.slip.SlipFolder;

/** Finds the return slip of a file, if it lies in the outputs as it was made. */
final class SlipFiles {

    /** Mail servers refuse larger mails; the unit gets the reasons all the same. */
    static final long LARGEST = 8L * 1024 * 1024;

    private final JobDefinition job;
    private final Path out;
    private final Map<String, Optional<SlipLedger>> ledgers = new HashMap<>();

    SlipFiles(JobDefinition job, Path out) {
        this.job = job;
        this.out = out;
    }

    Optional<Path> of(MailedFile file) throws IOException {
        String period = file.period();
        if (period == null || job.periods().parse(period).isEmpty()) {
            return Optional.empty();
        }
        Path outputs = out.resolve(job.id()).resolve(period);
        Path folder = outputs.resolve(SlipFolder.NAME);
        Optional<SlipLedger> ledger = ledgers.computeIfAbsent(period, code -> SlipLedger.in(outputs));
        if (ledger.isPresent()) {
            for (SlipLedger.Line line : ledger.get().lines()) {
                Path slip = folder.resolve(line.name());
                boolean its =
                        line.file().equals(file.name()) && line.fileSha256().equals(file.sha256());
                if (its && line.untouched(folder) && Files.size(slip) <= LARGEST) {
                    return Optional.of(slip);
                }
            }
        }
        return Optional.empty();
    }
}
