package org.jibao.mailbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jibao.mailbook.MailRecord.Place;
import org.jibao.support.Sha256;

/**
 * Tells mails apart. One that lies in another folder, or in a folder that was made anew, is the same by its headers,
 * its time of receipt and its size. Two in one folder are two, however alike they are: the second of such mails is
 * known as the second wherever they are seen.
 */
final class MailIdentities {

    private static final int SIGNS = 20;

    private final Map<String, Set<Place>> places = new HashMap<>();

    /** @param known where mails were seen, with the mail of each place */
    MailIdentities(Map<Place, String> known) {
        known.forEach((place, id) -> seen(id, place));
    }

    /** The id of a mail with these marks that lies in a place. */
    String of(String marks, Place place) {
        for (int number = 1; ; number++) {
            String id = Sha256.of(number == 1 ? marks : marks + "\n#" + number).substring(0, SIGNS);
            if (!liesBeside(id, place)) {
                return id;
            }
        }
    }

    /** Whether a mail is known to lie in the same folder, and is another one there. */
    private boolean liesBeside(String id, Place place) {
        return places.getOrDefault(id, Set.of()).stream()
                .anyMatch(other -> other.mailbox().equals(place.mailbox())
                        && other.folder().equals(place.folder())
                        && other.validity() == place.validity()
                        && other.uid() != place.uid());
    }

    boolean isKnown(String id) {
        return places.containsKey(id);
    }

    void seen(String id, Place place) {
        places.computeIfAbsent(id, unknown -> new HashSet<>()).add(place);
    }
}
