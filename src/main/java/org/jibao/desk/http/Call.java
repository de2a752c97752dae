package org.jibao.desk.http;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A request that has passed the guard.
 *
 * @param path the names between its slashes, decoded; empty for the first page
 * @param query what stands behind the question mark; the first of several values
 * @param form what a form sent, likewise; empty unless {@code posted}
 * @param posted whether it asks for a change
 */
public record Call(
        List<String> path,
        Map<String, String> query,
        Map<String, List<String>> form,
        List<UploadedFile> files,
        boolean posted,
        Session session) {

    public Call {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        files = List.copyOf(files);
    }

    /** A name of the path, or an empty text where it is shorter. */
    public String at(int place) {
        return place < path.size() ? path.get(place) : "";
    }

    /** What was asked for, without blanks round it; an empty text where nothing was. */
    public String asked(String name) {
        return query.getOrDefault(name, "").strip();
    }

    /** What a field of the form holds, without blanks round it; an empty text where there is none. */
    public String sent(String name) {
        return form.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    /** All values of a field. */
    public List<String> allSent(String name) {
        return List.copyOf(form.getOrDefault(name, List.of()));
    }

    /** The number at a place of the path, if one stands there. */
    public OptionalLong numberAt(int place) {
        String text = at(place);
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The number that was asked for, from 0 to 999,999,999. */
    public OptionalInt number(String name) {
        String text = asked(name);
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
