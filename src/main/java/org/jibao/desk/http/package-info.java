/**
 * The local web server of the desk. Input: requests of one browser on this machine. Output: calls that have passed the
 * guard, for pages to answer. The only package that sees the server library.
 */
@NullMarked
package org.jibao.desk.http;

import org.jspecify.annotations.NullMarked;
