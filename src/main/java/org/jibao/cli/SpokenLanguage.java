package org.jibao.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;

/**
 * The language of the console: {@code --lang}, else the main one of the job that the arguments name, else Chinese. It is wanted
 * before the arguments can be parsed, as help and errors are in it too.
 */
final class SpokenLanguage {

    private final List<String> arguments;

    private SpokenLanguage(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Empty where {@code --lang} names none that Jibao speaks. */
    static Optional<Language> of(String... arguments) {
        SpokenLanguage spoken = new SpokenLanguage(List.of(arguments));
        return spoken.option("--lang")
                .map(SpokenLanguage::language)
                .orElseGet(() -> Optional.of(spoken.ofTheJob().orElse(Language.ZH)));
    }

    private static Optional<Language> language(String word) {
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private Optional<Language> ofTheJob() {
        return job().filter(JobLoader::isName).flatMap(job -> {
            try {
                return JobLoader.language(
                        Path.of(option("--jobs").orElse("jobs")).resolve(job));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    /** {@code verify} names it without an option. */
    private Optional<String> job() {
        return option("--job").or(() -> {
            int verify = arguments.indexOf("verify");
            return verify >= 0 && verify + 1 < arguments.size()
                    ? Optional.of(arguments.get(verify + 1))
                    : Optional.empty();
        });
    }

    private Optional<String> option(String name) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(name + "=")) {
                return Optional.of(arguments.get(i).substring(name.length() + 1));
            }
            if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
