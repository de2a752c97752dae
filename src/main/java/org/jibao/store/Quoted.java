package org.jibao.store;

/** Quotes what is put into generated SQL. */
final class Quoted {

    private Quoted() {}

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String text(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }
}
