package org.jibao.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * The subcommands by name, in the order of the help. Only the one that is asked for is made: a command's options are
 * found by reflection, and those of all would take as long as half of a quiet night.
 */
final class Commands {

    private static final Map<String, Class<?>> ALL = all();

    private Commands() {}

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("desk", DeskCommand.class);
        commands.put("run", RunCommand.class);
        commands.put("collect", CollectCommand.class);
        commands.put("summarize", SummarizeCommand.class);
        commands.put("fetch", FetchCommand.class);
        commands.put("nightly", NightlyCommand.class);
        commands.put("schedule", ScheduleCommand.class);
        commands.put("worker", WorkerCommand.class);
        commands.put("new", NewCommand.class);
        commands.put("units", UnitsCommand.class);
        commands.put("templates", TemplatesCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("runs", RunsCommand.class);
        commands.put("burden", BurdenCommand.class);
        commands.put("answers", AnswersCommand.class);
        commands.put("history", HistoryCommand.class);
        commands.put("accept", AcceptCommand.class);
        commands.put("withdraw", WithdrawCommand.class);
        commands.put("reopen", ReopenCommand.class);
        commands.put("approve", ApproveCommand.class);
        commands.put("package", PackageCommand.class);
        commands.put("query", QueryCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("keys", KeysCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("backup", BackupCommand.class);
        commands.put("restore", RestoreCommand.class);
        commands.put("compact", CompactCommand.class);
        return Collections.unmodifiableMap(commands);
    }

    /**
     * Adds the command that the arguments name. Where they name none, all are added: for the help, and for a misspelt
     * name, which is answered with those that are like it.
     */
    static void add(CommandLine line, String... arguments) {
        named(List.of(arguments))
                .ifPresentOrElse(name -> add(line, name), () -> ALL.keySet().forEach(name -> add(line, name)));
    }

    private static void add(CommandLine line, String name) {
        line.addSubcommand(name, ALL.get(name));
    }

    /** The first word that is no option of the program itself: those stand before the command. */
    private static Optional<String> named(List<String> arguments) {
        int first = 0;
        while (first < arguments.size() && arguments.get(first).startsWith("-")) {
            first += arguments.get(first).equals("--lang") ? 2 : 1;
        }
        return first < arguments.size() && ALL.containsKey(arguments.get(first))
                ? Optional.of(arguments.get(first))
                : Optional.empty();
    }
}
