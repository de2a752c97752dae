package org.jibao.flow;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an officer decides at ten in the morning.
 *
 * @param command {@code accept}, {@code withdraw} or {@code reopen}
 * @param about the unit, or for a withdrawal the file whose submission it is
 * @param more after that
 */
record Decision(LocalDate day, String command, String about, List<String> more) {

    void take(Program program) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command));
        line.add(command.equals("withdraw") ? submission(program) : about);
        line.addAll(more);
        line.addAll(List.of("--reason", "经电话核实", "--by", "王秀英", "--as-of", day + "T10:00+08:00"));
        program.done(line);
    }

    private String submission(Program program) throws IOException, InterruptedException {
        String sql = "SELECT id FROM intake.submission WHERE file = '" + about + "'";
        List<String> lines =
                program.done(List.of("query", "--format", "csv", sql)).lines().toList();
        return lines.get(lines.size() - 1).strip();
    }
}
