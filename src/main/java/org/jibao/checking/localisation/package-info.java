/**
 * Takes the figures of one return and its rules as linear constraints, gives the smallest sets of cells whose change
 * would satisfy them (Fellegi and Holt, 1976), the likeliest first. Knows no forms, no store and no words; its
 * arithmetic is exact.
 */
@NullMarked
package org.jibao.checking.localisation;

import org.jspecify.annotations.NullMarked;
