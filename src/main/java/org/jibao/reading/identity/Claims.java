package org.jibao.reading.identity;

import java.util.List;
import org.jibao.finding.Place;

/** What a file's own mark and covers say about whose it is and for when; its name and folder are not among these. */
public record Claims(List<Claim> units, List<Claim> periods) {

    static final Claims NONE = new Claims(List.of(), List.of());

    public Claims {
        units = List.copyOf(units);
        periods = List.copyOf(periods);
    }

    /**
     * One source's word about whose a file is, or for when.
     *
     * @param source a cell of the cover, or the word {@code mark}, {@code file-name} or {@code path} of the messages
     * @param text what it says
     * @param loose whether it may be about something else: words in a file's name that are no unit's are just words
     */
    record Claim(String source, Place place, String text, boolean loose) {

        static Claim mark(String text) {
            return new Claim("mark", Place.FILE, text, false);
        }

        static Claim cover(CoverValue value) {
            return new Claim(value.place().toString(), value.place(), value.text(), false);
        }

        static Claim fileName(String text) {
            return new Claim("file-name", Place.FILE, text, true);
        }

        static Claim path(String text) {
            return new Claim("path", Place.FILE, text, true);
        }
    }

    /**
     * What a cover says in one field.
     *
     * @param form the cover's id
     * @param field the field's id
     * @param text as text, a date in ISO form
     * @param place the value's cell
     */
    public record CoverValue(String form, String field, String text, Place place) {}
}
