/**
 * What is said about a return: findings as values with a stable code, their place, and their words in two languages.
 * Every stage may see this package; it sees none of them.
 */
@NullMarked
package org.jibao.finding;

import org.jspecify.annotations.NullMarked;
