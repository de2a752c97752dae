package org.jibao.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What must come of one file, known to the generator because it made the fault.
 *
 * @param verdict as stored, or {@code ignored} for what is no submission
 * @param findings errors and warnings as {@code code@sheet!cell}, sorted; without {@code @} for the file as a whole
 * @param notes likewise, of severity note
 */
record Expectation(String verdict, List<String> findings, List<String> notes) {

    static final Expectation ACCEPTED = new Expectation("accepted", List.of(), List.of());

    Expectation {
        findings = sorted(findings);
        notes = sorted(notes);
    }

    static Expectation noted(String... notes) {
        return new Expectation("accepted", List.of(), List.of(notes));
    }

    static Expectation warned(String... findings) {
        return new Expectation("accepted_with_warnings", List.of(findings), List.of());
    }

    static Expectation returned(List<String> findings) {
        return new Expectation("returned", findings, List.of());
    }

    static Expectation rejected(String finding) {
        return new Expectation("rejected", List.of(finding), List.of());
    }

    static Expectation duplicate() {
        return new Expectation("duplicate", List.of(), List.of("file-duplicate"));
    }

    boolean unremarkable() {
        return equals(ACCEPTED);
    }

    boolean accepted() {
        return verdict.startsWith("accepted");
    }

    Expectation andNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Expectation(verdict, findings, more);
    }

    private static List<String> sorted(List<String> lines) {
        List<String> copy = new ArrayList<>(lines);
        Collections.sort(copy);
        return List.copyOf(copy);
    }
}
