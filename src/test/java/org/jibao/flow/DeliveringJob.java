package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The shipped jobs in a folder of their own, the quarterly one delivered. */
final class DeliveringJob {

    private static final String TO_FOLDER = """

            delivery:
              folder: {path: leaders, keep: 3}
            """;

    private static final String BY_MAIL = """
              mail:
                from: jibao@example.gov.cn
                leaders: [head@example.gov.cn, deputy@example.gov.cn]
                officers: [office@example.gov.cn]
                operators: [admin@example.gov.cn]
            """;

    private DeliveringJob() {}

    /** To {@code leaders/} in the folder in which the program runs, three versions of each name being kept. */
    static void toFolder(Path folder) throws IOException {
        Folders.copy(Path.of("jobs"), folder.resolve("jobs"));
        Files.writeString(yaml(folder), TO_FOLDER, StandardOpenOption.APPEND);
    }

    /** To the folder, and by mail to leaders, officers and operators. */
    static void toFolderAndByMail(Path folder) throws IOException {
        toFolder(folder);
        Files.writeString(yaml(folder), BY_MAIL, StandardOpenOption.APPEND);
    }

    static void openFor(Path folder, int days) throws IOException {
        String shipped = Files.readString(yaml(folder));
        String changed = shipped.replace("open-for: 60 ", "open-for: " + days + " ");
        if (changed.equals(shipped)) {
            throw new IllegalStateException("the shipped job is open for other than 60 days");
        }
        Files.writeString(yaml(folder), changed);
    }

    private static Path yaml(Path folder) {
        return folder.resolve("jobs/quarterly-disclosure/job.yaml");
    }
}
