package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import org.jibao.draft.Checks.Across;
import org.jibao.draft.Checks.Check;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.finding.Language;

/** {@code checks/ID.yaml}: one line a check. */
final class ChecksYaml {

    private ChecksYaml() {}

    static String of(List<Check> checks, Language language) {
        Yaml yaml = new Yaml(language, "../../common/schema/checks.json").line("rules:");
        for (Check check : checks) {
            String key = check.sum() ? "sums" : "equals";
            yaml.line(
                    "  - " + key + ": " + left(check) + " = " + right(check),
                    check.doubt() == null ? List.of() : List.of(check.doubt()));
            if (!check.only().isEmpty()) {
                yaml.line("    only: " + Yaml.flow(check.only()));
            }
            if (check.doubt() != null) {
                yaml.line("    severity: warning");
            }
        }
        return yaml.toString();
    }

    private static String left(Check check) {
        if (check.across() == Across.NOTHING) {
            return check.left();
        }
        Grid grid = check.grid();
        boolean row = grid.rows().stream().anyMatch(label -> label.id().equals(check.left()));
        boolean column = grid.columns().stream().anyMatch(label -> label.id().equals(check.left()));
        String plain = grid.id() + "." + check.left();
        if (!row || !column) {
            return plain;
        }
        return check.across() == Across.COLUMNS ? plain + ".*" : grid.id() + ".*." + check.left();
    }

    private static String right(Check check) {
        List<String> parts = new ArrayList<>();
        for (String name : check.right()) {
            boolean minus = name.startsWith("-");
            String plain = minus ? name.substring(1) : name;
            parts.add((parts.isEmpty() ? minus ? "-" : "" : minus ? " - " : " + ") + plain);
        }
        return String.join("", parts);
    }
}
