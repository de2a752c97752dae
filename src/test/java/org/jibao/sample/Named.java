package org.jibao.sample;

import java.util.ArrayList;
import java.util.List;

/** An indicator's row or column: its id in the job folder and its label as the form prints it. */
public record Named(String id, String zh) {

    /** Pairs of id and label, one after the other. */
    static List<Named> list(String... idsAndLabels) {
        List<Named> names = new ArrayList<>();
        for (int i = 0; i < idsAndLabels.length; i += 2) {
            names.add(new Named(idsAndLabels[i], idsAndLabels[i + 1]));
        }
        return List.copyOf(names);
    }

    public static List<String> ids(List<Named> names) {
        return names.stream().map(Named::id).toList();
    }
}
