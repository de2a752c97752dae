package org.jibao.definition;

import org.jspecify.annotations.Nullable;

/**
 * Whom the officer calls about a unit's return. It stays in the job folder and on the officer's own list: never in the
 * store, the summary or an export.
 *
 * @param name a person or an office
 * @param phone one number or several, as printed
 */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email) {

    /** The roster names none. */
    public static final Contact NONE = new Contact(null, null, null);

    public boolean isKnown() {
        return name != null || phone != null || email != null;
    }
}
