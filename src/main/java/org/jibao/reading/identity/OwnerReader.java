package org.jibao.reading.identity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.workbook.LabelText;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose a file is that had to be rejected: by its own words as far as they were read, its name, and the folders in which it
 * lies. Each that speaks of units must allow the same one; where two remain, or none, it is nobody's.
 */
public final class OwnerReader {

    private final JobDefinition job;
    private final UnitNames names;
    private final UnitMentions mentions;

    public OwnerReader(JobDefinition job) {
        this.job = job;
        this.names = new UnitNames(job);
        this.mentions = new UnitMentions(job);
    }

    /** By name and folder alone; null where they do not say. */
    public @Nullable Owner of(InboxFile file) {
        return of(file, Claims.NONE);
    }

    @Nullable
    public Owner of(InboxFile file, Claims own) {
        if (file.line() != null) {
            return ofLine(file.line().whole(), own);
        }
        List<String> path = List.of(file.name().split("/"));
        String name = path.get(path.size() - 1);
        List<String> folders = path.subList(0, path.size() - 1);
        List<Set<Unit>> sources = new ArrayList<>();
        own.units().forEach(claim -> sources.add(new LinkedHashSet<>(names.find(claim.text()))));
        sources.add(inName(name));
        sources.add(inPath(file.name()));
        sources.addAll(inFolders(folders));
        return agreed(sources)
                .map(unit -> new Owner(unit, period(file, own, path)))
                .orElse(null);
    }

    /** The name and folder of a list are the sender's, not those of the units in it. */
    private @Nullable Owner ofLine(InboxFile list, Claims own) {
        List<Set<Unit>> sources = new ArrayList<>();
        own.units().forEach(claim -> sources.add(new LinkedHashSet<>(names.find(claim.text()))));
        List<String> path = own.periods().isEmpty() ? List.of(list.name().split("/")) : List.of();
        return agreed(sources)
                .map(unit -> new Owner(unit, period(list, own, path)))
                .orElse(null);
    }

    private static Optional<Unit> agreed(List<Set<Unit>> sources) {
        Set<Unit> possible = new LinkedHashSet<>();
        boolean spoken = false;
        for (Set<Unit> source : sources) {
            if (source.isEmpty()) {
                continue;
            }
            if (spoken) {
                possible.retainAll(source);
            } else {
                possible.addAll(source);
            }
            spoken = true;
        }
        return possible.size() == 1 ? Optional.of(possible.iterator().next()) : Optional.empty();
    }

    private Set<Unit> inName(String name) {
        @Nullable String unit = job.fileName().read(name).unit();
        Set<Unit> named = unit == null ? Set.of() : owing(names.find(unit));
        return named.isEmpty() ? mentions.in(withoutEnding(name)) : named;
    }

    private Set<Unit> inPath(String path) {
        @Nullable String unit = job.fileName().readPath(path).unit();
        return unit == null ? Set.of() : owing(names.find(unit));
    }

    /** A folder of an upper unit around that of a lower one only groups; so does one of a unit that owes no return. */
    private List<Set<Unit>> inFolders(List<String> folders) {
        List<Set<Unit>> inside = new ArrayList<>();
        for (int i = folders.size() - 1; i >= 0; i--) {
            Set<Unit> named = owing(names.find(folders.get(i).replaceFirst("(?i)\\.zip$", "")));
            if (!named.isEmpty() && inside.stream().noneMatch(inner -> isAbove(named, inner))) {
                inside.add(named);
            }
        }
        return inside;
    }

    private Set<Unit> owing(Collection<Unit> units) {
        Set<Unit> owing = new LinkedHashSet<>(units);
        owing.removeIf(unit -> !job.owes(unit));
        return owing;
    }

    private boolean isAbove(Set<Unit> upper, Set<Unit> lower) {
        Set<String> codes = new LinkedHashSet<>();
        upper.forEach(unit -> codes.add(unit.code()));
        return lower.stream().allMatch(unit -> isBelow(unit, codes));
    }

    private boolean isBelow(Unit unit, Set<String> codes) {
        Optional<Unit> above = Optional.of(unit).flatMap(this::parent);
        while (above.isPresent() && !codes.contains(above.get().code())) {
            above = above.flatMap(this::parent);
        }
        return above.isPresent();
    }

    private Optional<Unit> parent(Unit unit) {
        return Optional.ofNullable(unit.parent()).flatMap(job.roster()::byCode);
    }

    /** One that has begun; a period that is yet to come is not one for which a return may have been meant. */
    private @Nullable Period period(InboxFile file, Claims own, List<String> path) {
        LocalDate received = file.receivedAt().atZone(job.zone()).toLocalDate();
        Set<Period> said = new LinkedHashSet<>();
        own.periods().forEach(claim -> read(claim.text()).ifPresent(said::add));
        @Nullable
        String inPath =
                path.isEmpty() ? null : job.fileName().readPath(file.name()).period();
        Optional.ofNullable(inPath).flatMap(this::readNamed).ifPresent(said::add);
        path.forEach(part -> said.addAll(inPart(part)));
        return said.size() == 1
                ? said.stream()
                        .filter(period -> !period.start().isAfter(received))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private Set<Period> inPart(String part) {
        FileNamePattern.Parts parts = job.fileName().read(part);
        Optional<Period> named = Optional.ofNullable(parts.period()).flatMap(this::readNamed);
        return named.map(Set::of).orElseGet(() -> anywhere(withoutEnding(part)));
    }

    /** Wherever a number or a Latin word begins. */
    private Set<Period> anywhere(String text) {
        Set<Period> found = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            boolean number = isNumeral(text.charAt(i)) && !isNumeral(before);
            if (number || isLatin(text.charAt(i)) && !isLatin(before) && !isNumeral(before)) {
                readNamed(text.substring(i)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isLatin(char sign) {
        return sign < 0x80 && Character.isLetter(sign);
    }

    private static boolean isNumeral(char sign) {
        return Character.isDigit(sign) || "〇零○一二三四五六七八九".indexOf(sign) >= 0;
    }

    private Optional<Period> read(String text) {
        return job.periods().read(text);
    }

    /** A date alone is often the day on which a file was sent, unless the job's periods are days. */
    private Optional<Period> readNamed(String text) {
        return job.periodKind() == PeriodKind.DAY ? read(text) : job.periods().readNamed(text);
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * The units that owe a job's return and whose name, alias or code stands somewhere in a text, such as a file's name. The longest
     * name at a place counts: in the name of a town stands that of its county, too.
     */
    static final class UnitMentions {

        /** A shorter number is a date, a count or the number of an attachment. */
        private static final int SHORTEST_NUMBER = 4;

        private final Map<String, Set<Unit>> words = new HashMap<>();
        private final JobDefinition job;

        /** A name in the text, from one place to another. */
        private record Mention(int from, int to, Set<Unit> units) {
            boolean isPartOf(Mention other) {
                return other.from <= from && to <= other.to && other.to - other.from > to - from;
            }
        }

        /** The letters of a text, and before which of them something else stood. */
        private record Letters(String text, Set<Integer> gaps) {

            static Letters of(String text) {
                String half = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
                StringBuilder letters = new StringBuilder();
                Set<Integer> gaps = new LinkedHashSet<>();
                for (int i = 0; i < half.length(); i += Character.charCount(half.codePointAt(i))) {
                    String kept = LabelText.normalise(Character.toString(half.codePointAt(i)));
                    if (kept.isEmpty()) {
                        gaps.add(letters.length());
                    } else {
                        letters.append(kept);
                    }
                }
                return new Letters(letters.toString(), gaps);
            }

            /** Whether Latin letters or digits run on over this place, so that no word ends here. */
            boolean runOn(int at) {
                return at > 0
                        && at < text.length()
                        && !gaps.contains(at)
                        && isLatin(text.charAt(at - 1))
                        && isLatin(text.charAt(at));
            }

            private static boolean isLatin(char sign) {
                return sign < 0x250 && Character.isLetterOrDigit(sign);
            }
        }

        UnitMentions(JobDefinition job) {
            this.job = job;
            for (Unit unit : job.roster().units()) {
                add(unit.code(), unit);
                add(unit.name(), unit);
                unit.aliases().forEach(alias -> add(alias, unit));
            }
        }

        private void add(String word, Unit unit) {
            String letters = Letters.of(word).text();
            boolean number = letters.chars().allMatch(Character::isDigit);
            if (letters.length() >= (number ? SHORTEST_NUMBER : 2)) {
                words.computeIfAbsent(letters, same -> new LinkedHashSet<>()).add(unit);
            }
        }

        /** All of those that are mentioned; two units of one name are both. */
        Set<Unit> in(String text) {
            List<Mention> mentions = mentions(Letters.of(text));
            Set<Unit> units = new LinkedHashSet<>();
            for (Mention mention : mentions) {
                if (mentions.stream().noneMatch(mention::isPartOf)) {
                    mention.units().stream().filter(job::owes).forEach(units::add);
                }
            }
            return units;
        }

        private List<Mention> mentions(Letters letters) {
            List<Mention> mentions = new ArrayList<>();
            words.forEach((word, units) -> {
                for (int from = letters.text().indexOf(word);
                        from >= 0;
                        from = letters.text().indexOf(word, from + 1)) {
                    int to = from + word.length();
                    if (!letters.runOn(from) && !letters.runOn(to)) {
                        mentions.add(new Mention(from, to, units));
                    }
                }
            });
            return mentions;
        }
    }
}
