package org.jibao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jibao.definition.Unit.Contact;
import org.jibao.guard.InvisibleCharacters;

/**
 * A unit's contact, with what a browser opens for it.
 *
 * @param mail the address, or an empty text
 */
record ContactLinks(String name, List<Phone> phones, String mail) {

    /** The shortest and the longest number that is dialled. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 20;

    ContactLinks {
        phones = List.copyOf(phones);
    }

    /**
     * One number.
     *
     * @param printed as the roster has it
     * @param dialled an address for the browser, or an empty text where it cannot be dialled
     */
    record Phone(String printed, String dialled) {}

    static ContactLinks of(Contact contact) {
        List<Phone> phones = new ArrayList<>();
        for (String printed : Objects.requireNonNullElse(contact.phone(), "").split("[、,，;；/\\n]", -1)) {
            if (!printed.isBlank()) {
                phones.add(new Phone(printed.strip(), dialled(printed.strip())));
            }
        }
        String mail = Objects.requireNonNullElse(contact.email(), "").strip();
        return new ContactLinks(Objects.requireNonNullElse(contact.name(), ""), phones, isAddress(mail) ? mail : "");
    }

    /** The digits up to what is no part of a number, such as an extension. */
    private static String dialled(String printed) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < printed.length() && " -()（）.+0123456789".indexOf(printed.charAt(i)) >= 0; i++) {
            char sign = printed.charAt(i);
            if (sign >= '0' && sign <= '9' || sign == '+' && digits.isEmpty()) {
                digits.append(sign);
            }
        }
        return digits.length() < SHORTEST || digits.length() > LONGEST ? "" : "tel:" + digits;
    }

    /** Whether it is one address that may stand in a list of them. */
    private static boolean isAddress(String mail) {
        return mail.indexOf('@') > 0
                && mail.chars().noneMatch(sign -> " ,;<>\"".indexOf(sign) >= 0)
                && mail.codePoints().noneMatch(InvisibleCharacters::include);
    }

    /** What the browser opens to write to it. */
    String mailLink() {
        return "mailto:" + DeskFrame.encoded(mail).replace("%40", "@");
    }

    boolean isEmpty() {
        return name.isEmpty() && phones.isEmpty() && mail.isEmpty();
    }
}
