/**
 * The desk: an officer's day in local web pages. Input: calls that have passed the guard of {@code desk.http}. Output:
 * pages, made by templates of the same package in {@code src/main/jte}. Everything is done through the facade, as
 * commands do it.
 */
@NullMarked
package org.jibao.desk;

import org.jspecify.annotations.NullMarked;
