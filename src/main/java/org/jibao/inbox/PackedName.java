package org.jibao.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jspecify.annotations.Nullable;

/** What a file is called in a ZIP: a path that is shown, never one that is followed. */
final class PackedName {

    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern SIGNS = Pattern.compile("[\\p{Cntrl}:]");

    private PackedName() {}

    /** Why a file of this name is not taken; null where it is. */
    static @Nullable Finding refusal(String part) {
        boolean leadsOut =
                ABSOLUTE.matcher(part).matches() || List.of(part.split("/")).contains("..");
        return leadsOut ? Finding.of(FindingCode.FILE_PATH_UNSAFE, Place.FILE, "", null, part) : null;
    }

    /** The same path with nothing in it that leads anywhere. */
    static String safe(String part) {
        List<String> steps = new ArrayList<>();
        for (String step : part.split("/")) {
            if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step.equals("..") ? "__" : SIGNS.matcher(step).replaceAll("_"));
            }
        }
        return String.join("/", steps);
    }
}
