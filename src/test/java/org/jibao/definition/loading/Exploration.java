package org.jibao.definition.loading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jibao.definition.loading.Shape.Keys;
import org.jibao.definition.loading.Shape.Way;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;

/**
 * Runs a reader over a file that does not exist, again and again, until it has been answered every question in every way: what it
 * asks for is what the file may hold.
 */
final class Exploration {

    private static final List<List<Language>> LANGUAGES =
            List.of(List.of(Language.ZH, Language.EN), List.of(Language.ZH), List.of(Language.EN));

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Shape file = new Shape();
    private final Map<String, Keys> mappings = new TreeMap<>();
    private final List<Run> runs = new ArrayList<>();

    /** Questions on whose answers it depends what else a mapping may hold, by its place. */
    private final Map<String, Set<String>> telling = new HashMap<>();

    /** Keys that the reader asks for only if they are there, and that change nothing else. */
    private final Map<String, Set<String>> optional = new HashMap<>();

    private Deque<Run> waiting = new ArrayDeque<>();
    private Set<String> questions = new HashSet<>();

    /** What stands at a place, where the reader goes on only if it makes sense. */
    Exploration text(String path, String text) {
        texts.put(path, text);
        return this;
    }

    /** The keys at a place where authors invent them; those with a shape of their own go by their names. */
    Exploration keys(String path, String... invented) {
        keys.put(path, List.of(invented));
        return this;
    }

    /** Where keys are the names of something that the job declares elsewhere. */
    Exploration declared(String path) {
        declared.add(path);
        return this;
    }

    /** What the reader takes. */
    Exploration read(Consumer<Mapping> reader) {
        for (List<Language> languages : LANGUAGES) {
            waiting = new ArrayDeque<>(List.of(new Run(null, Map.of(), languages)));
            questions = new HashSet<>();
            while (!waiting.isEmpty()) {
                Run run = waiting.remove();
                runs.add(run);
                reader.accept(new Probe.OfMapping(run, "", file.keyShapes()));
            }
        }
        return this;
    }

    Keys found() {
        runs.forEach(Run::tell);
        mappings.forEach((path, found) -> {
            Set<Way> ways = new LinkedHashSet<>();
            for (Run run : runs) {
                Visit visit = run.visits.get(path);
                if (visit != null && visit.ended) {
                    ways.add(run.way(path, visit));
                }
            }
            ways.removeIf(way -> !way.possible());
            List<Way> all = List.copyOf(ways);
            ways.removeIf(way -> all.stream().anyMatch(other -> other != way && other.takesAllOf(way)));
            found.ways.clear();
            found.ways.addAll(ways);
        });
        return file.keyShapes();
    }

    /** What one run has asked of one mapping. */
    static final class Visit {
        final Set<String> known = new LinkedHashSet<>();
        final Set<String> needed = new LinkedHashSet<>();
        final Map<String, String> answers = new LinkedHashMap<>();
        boolean ended;

        boolean differs(Visit other) {
            return ended != other.ended || !known.equals(other.known) || !needed.equals(other.needed);
        }

        /** Whether the key is all that this one has besides. */
        boolean adds(String key, Visit before) {
            return ended == before.ended
                    && without(known, key).equals(without(before.known, key))
                    && without(needed, key).equals(without(before.needed, key));
        }

        private static Set<String> without(Set<String> keys, String key) {
            Set<String> others = new HashSet<>(keys);
            others.remove(key);
            return others;
        }
    }

    /** One run of the reader, with answers that differ from its parent's in one. */
    final class Run {

        private final @Nullable Run parent;
        private final Map<String, String> given;
        final List<Language> languages;
        private final Map<String, Visit> visits = new LinkedHashMap<>();

        private Run(@Nullable Run parent, Map<String, String> given, List<Language> languages) {
            this.parent = parent;
            this.given = given;
            this.languages = languages;
        }

        Visit visit(String path, Keys shape) {
            mappings.putIfAbsent(path, shape);
            return visits.computeIfAbsent(path, name -> new Visit());
        }

        String text(String path) {
            return texts.getOrDefault(path, "");
        }

        List<String> keys(String path) {
            return keys.getOrDefault(path, List.of("x"));
        }

        boolean declared(String path) {
            return declared.contains(path);
        }

        boolean special(String path, String key) {
            return keys(path).indexOf(key) > 0;
        }

        /** Whether this run has been told so. */
        boolean known(String asked) {
            return given.getOrDefault(asked, "no").equals("yes");
        }

        boolean yes(@Nullable Visit visit, String path, String question) {
            return answer(visit, path, question, "no", List.of("no", "yes")).equals("yes");
        }

        /** The answer of this run; a question never heard before gets every other answer in runs to come. */
        String answer(@Nullable Visit visit, String path, String question, String usual, List<String> answers) {
            String asked = path + "?" + question;
            if (questions.add(asked)) {
                for (String other : answers) {
                    if (!other.equals(usual)) {
                        Map<String, String> decided = new LinkedHashMap<>(given);
                        decided.put(asked, other);
                        waiting.add(new Run(this, decided, languages));
                    }
                }
            }
            String answer = given.getOrDefault(asked, usual);
            if (visit != null) {
                visit.answers.put(question, answer);
            }
            return answer;
        }

        /** The question in which this run differs from its parent, where it changes what the mapping may hold. */
        private void tell() {
            if (parent == null) {
                return;
            }
            visits.forEach((path, visit) -> {
                Visit before = parent.visits.get(path);
                if (before != null && visit.differs(before)) {
                    visit.answers.forEach((question, answer) -> tell(path, visit, before, question));
                }
            });
        }

        private void tell(String path, Visit visit, Visit before, String question) {
            if (!before.answers.containsKey(question)
                    || Objects.equals(before.answers.get(question), visit.answers.get(question))) {
                return;
            }
            String key = key(question);
            boolean alone = question.startsWith("has ") && visit.adds(key, before);
            (alone ? optional : telling)
                    .computeIfAbsent(path, at -> new HashSet<>())
                    .add(alone ? key : question);
        }

        private static String key(String question) {
            return question.substring(question.indexOf(' ') + 1);
        }

        private Way way(String path, Visit visit) {
            Set<String> known = new LinkedHashSet<>(visit.known);
            Set<String> needed = new LinkedHashSet<>(visit.needed);
            Map<String, String> chosen = new LinkedHashMap<>();
            Set<String> told = telling.getOrDefault(path, Set.of());
            Set<String> freely = optional.getOrDefault(path, Set.of());
            visit.answers.forEach((question, answer) -> {
                String key = key(question);
                if (question.startsWith("has ") && freely.contains(key)) {
                    known.add(key);
                    needed.remove(key);
                } else if (!told.contains(question)) {
                    return;
                } else if (question.startsWith("choice ")) {
                    chosen.put(key, answer);
                } else if (question.startsWith("has ") && answer.equals("yes")
                        || question.equals("absent " + key) && answer.equals("no")) {
                    needed.add(key);
                } else if (question.startsWith("has ") || question.startsWith("absent ")) {
                    // A key that is needed and is not there makes no way.
                    known.remove(key);
                }
            });
            chosen.keySet().retainAll(known);
            return new Way(known, needed, chosen);
        }
    }
}
