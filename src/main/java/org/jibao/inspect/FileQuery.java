package org.jibao.inspect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Wording;
import org.jibao.inbox.InboxFile;
import org.jibao.inspect.ReceivedFiles.Sought;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** Finds a received file by its bytes, for a person who wants the original. */
public final class FileQuery {

    private static final Wording WORDS = Wording.of(FileQuery.class);
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Sql sql;
    private final JobDefinition job;
    private final ReceivedFiles files;

    public FileQuery(Sql sql, JobDefinition job, ReceivedFiles files) {
        this.sql = sql;
        this.job = job;
        this.files = files;
    }

    /** @throws UnusableArgument where this is no hash, the job has received no such file, or it is gone */
    public ReceivedFile of(String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new UnusableArgument(WORDS.text("file.no-hash"));
        }
        String hash = sha256.toLowerCase(Locale.ROOT);
        Rows known = sql.query(SqlText.read(FileQuery.class, "file_known"), job.id(), hash);
        if (known.isEmpty()) {
            throw new UnusableArgument(WORDS.text("file.unknown", hash, job.title()));
        }
        for (Row row : known) {
            String name = row.text("file");
            Optional<InboxFile> found = files.find(new Sought(name, hash, row.countOr("size", 0)));
            if (found.isPresent()) {
                return new ReceivedFile(name.substring(name.lastIndexOf('/') + 1), found.get());
            }
        }
        throw new UnusableArgument(WORDS.text("file.gone", hash));
    }
}
