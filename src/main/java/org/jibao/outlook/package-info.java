/**
 * What is probably wrong in the returns that count, beside the figures and never in them: takes the store, gives the
 * tables of schema {@code outlook} for one period.
 */
@NullMarked
package org.jibao.outlook;

import org.jspecify.annotations.NullMarked;
