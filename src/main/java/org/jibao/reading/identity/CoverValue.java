package org.jibao.reading.identity;

import org.jibao.finding.Place;

/**
 * What a cover says in one field.
 *
 * @param form the cover's id
 * @param field the field's id
 * @param text as text, a date in ISO form
 * @param place the value's cell
 */
public record CoverValue(String form, String field, String text, Place place) {}
