package org.jibao.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * One item of disclosed information.
 *
 * @param number of the document, or empty
 * @param category the id of a {@link Labels#CATEGORIES category}
 * @param channels ids of {@link Labels#CHANNELS channels}, at least one
 * @param url or empty
 */
record Item(
        String title,
        String number,
        String category,
        List<String> channels,
        LocalDate formedOn,
        LocalDate publishedOn,
        String url) {

    Item {
        channels = List.copyOf(channels);
    }
}
